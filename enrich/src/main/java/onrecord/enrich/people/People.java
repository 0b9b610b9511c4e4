package onrecord.enrich.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.enrich.text.Lexicon;

/**
 * The entities of an article, by {@link EntityResolver}, and every place that may speak of one, in
 * the order of the text and none within another, by {@link MentionResolver}; those within another
 * stand in {@link #inner}. For one thread.
 */
public final class People {
  public static final int NAME = 0;
  public static final int PRONOUN = 1;

  /** A description with a singular head: "the vice president", "the company". */
  public static final int ROLE = 2;

  /** A description of several, or of a text: "officials", "the report". */
  public static final int DESCRIPTION = 3;

  /** One entity. */
  public static final class Entity {
    public final int type;
    public String name;
    public final Set<String> names = new LinkedHashSet<>();

    /** Exact words as the article gives them, by {@link RoleFinder}. */
    public final Set<String> roles = new LinkedHashSet<>();

    /** {@link Lexicon#HE}, {@link Lexicon#SHE} or 0. */
    public int gender;

    /** How the names were tied together, the weakest link named. */
    public String resolvedBy = "name";

    /**
     * The entities of which this is one, when the article doesn't say which: a surname that a
     * couple shares. Null when it is somebody of its own.
     */
    public int[] oneOf;

    /** The token at which each role is given, in the order of {@link #roles}. */
    int[] roleToken = new int[2];

    /** What the entity is called when it is called in full. */
    NameWords fullest;

    /** The token of the first full name; where it is introduced. */
    int introduced = Integer.MAX_VALUE;

    int fullNames;
    int mentions;

    /** The token of the last mention while a pass goes through the text, or -1. */
    int lastToken = -1;

    /** 1 for the elder of two of one name, -1 for the younger, else 0. */
    int elder;

    /** The words of other names and nouns that an organisation goes by, folded. */
    final Set<String> called = new HashSet<>();

    /** The organisation that its roles are in, or -1. */
    int body = -1;

    /** Whose lawyer, spokesman, … somebody is, or -1. */
    int counterpart = -1;

    /** Whether its gender is said outright, by a title or a word of kinship. */
    boolean genderSaid;

    Entity(int type, NameWords words) {
      this.type = type;
      this.name = words.surface;
      this.fullest = words;
    }

    /** The role last given before a token, or the first given at all; null when there is none. */
    public String roleAt(int token) {
      String found = null;
      int at = 0;
      for (String role : roles) {
        if (found != null && roleToken[at] > token) {
          break;
        }
        found = role;
        at++;
      }
      return found;
    }

    void addRole(String role, int token) {
      if (roles.size() < MOST_ROLES && roles.add(role)) {
        if (roles.size() > roleToken.length) {
          roleToken = Arrays.copyOf(roleToken, roleToken.length * 2);
        }
        roleToken[roles.size() - 1] = token;
      }
    }
  }

  private static final int MOST_ROLES = 16;

  /** Mentions within others: the "his" of "his lawyer", the name in "Rowan's lawyer". */
  public static final class Inner {
    public int count;
    public int[] firstToken = new int[64];
    public int[] endToken = new int[64];
    public int[] kind = new int[64];
    public int[] entity = new int[64];

    void add(int first, int end, int ofKind, int ofEntity) {
      if (count == firstToken.length) {
        int size = count * 2;
        firstToken = Arrays.copyOf(firstToken, size);
        endToken = Arrays.copyOf(endToken, size);
        kind = Arrays.copyOf(kind, size);
        entity = Arrays.copyOf(entity, size);
      }
      firstToken[count] = first;
      endToken[count] = end;
      kind[count] = ofKind;
      entity[count] = ofEntity;
      count++;
    }
  }

  public final List<Entity> entities = new ArrayList<>();
  public final Inner inner = new Inner();

  public int count;
  public int[] firstToken = new int[512];
  public int[] endToken = new int[512];
  public int[] kind = new int[512];

  /** The entity, or -1 when nobody knows. */
  public int[] entity = new int[512];

  /** The entity that comes second where it is a close call, or -1. */
  public int[] second = new int[512];

  /** Where the title before a name begins, with names in it; else the mention's first token. */
  public int[] titleToken = new int[512];

  /** How sure it is that the mention is the entity's, 0 to 1. */
  public double[] confidence = new double[512];

  /** Forgets the article before. */
  public void clear() {
    entities.clear();
    count = 0;
    inner.count = 0;
  }

  void add(int first, int end, int ofKind, int ofEntity, double sure) {
    if (count == firstToken.length) {
      int size = count * 2;
      firstToken = Arrays.copyOf(firstToken, size);
      endToken = Arrays.copyOf(endToken, size);
      kind = Arrays.copyOf(kind, size);
      entity = Arrays.copyOf(entity, size);
      second = Arrays.copyOf(second, size);
      titleToken = Arrays.copyOf(titleToken, size);
      confidence = Arrays.copyOf(confidence, size);
    }
    firstToken[count] = first;
    endToken[count] = end;
    kind[count] = ofKind;
    entity[count] = ofEntity;
    second[count] = -1;
    titleToken[count] = first;
    confidence[count] = ofEntity < 0 ? 0 : sure;
    count++;
  }

  /** The first mention that begins at token {@code t} or behind it. */
  public int firstAt(int t) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firstToken[middle] < t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
