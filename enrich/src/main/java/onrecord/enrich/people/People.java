package onrecord.enrich.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.enrich.text.Lexicon;

/**
 * The entities of an article, by {@link EntityResolver}, and every place that may speak of one, in
 * the order of the text, by {@link EntityResolver} and {@link MentionResolver}. For one thread.
 */
public final class People {
  public static final int NAME = 0;
  public static final int PRONOUN = 1;

  /** A description with a singular head: "the vice president". */
  public static final int ROLE = 2;

  /** A description of several, or of a text: "officials", "the report". */
  public static final int DESCRIPTION = 3;

  /** One entity. */
  public static final class Entity {
    public final int type;
    public String name;
    public final Set<String> names = new LinkedHashSet<>();
    public final Set<String> roles = new LinkedHashSet<>();

    /** {@link Lexicon#HE}, {@link Lexicon#SHE} or 0. */
    public int gender;

    Entity(int type, String name) {
      this.type = type;
      this.name = name;
    }
  }

  public final List<Entity> entities = new ArrayList<>();

  public int count;
  public int[] firstToken = new int[512];
  public int[] endToken = new int[512];
  public int[] kind = new int[512];

  /** The entity, or -1 when nobody knows. */
  public int[] entity = new int[512];

  /** Forgets the article before. */
  public void clear() {
    entities.clear();
    count = 0;
  }

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
