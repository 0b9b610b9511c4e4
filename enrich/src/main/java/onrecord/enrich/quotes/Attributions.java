package onrecord.enrich.quotes;

import java.util.ArrayList;
import java.util.List;

/** The attributions of an article, by {@link QuoteFinder}. For one thread. */
public final class Attributions {
  public static final int DIRECT = 0;
  public static final int MIXED = 1;
  public static final int INDIRECT = 2;

  /** Steps that decide: a cue that reports words in marks, one that reports none, no sure cue. */
  public static final int BY_CUE = 0;

  public static final int BY_CUE_ALONE = 1;
  public static final int BY_CONVERSATION = 2;
  public static final int STEPS = 3;

  /** One attribution; offsets are characters, -1 where there is nothing. */
  public static final class Attribution {
    public int kind;

    /** Pairs of start and end. */
    public final List<int[]> spans = new ArrayList<>();

    /** Pairs of start and end. */
    public final List<int[]> quoted = new ArrayList<>();

    /** Index into the mentions of People, or -1: the source may be none of them. */
    public int mention = -1;

    /** The source's tokens, or -1 when nobody is known to speak. */
    public int sourceFirst = -1;

    public int sourceEnd = -1;

    /** Whether somebody speaks of whom there is no word at all: "The answer was, 'No.'" */
    public boolean unnamed;

    /** The entity that speaks, or -1. */
    public int entity = -1;

    /**
     * The words that a source "who" or "which" relates to, where they name nobody: tokens, or -1.
     */
    public int whoFirst = -1;

    public int whoEnd = -1;

    /** Who passed the words on, "according to Pell": tokens, or -1. */
    public int viaFirst = -1;

    public int viaEnd = -1;

    /** The name of the group that speaks where it is no entity, or null. */
    public String groupName;

    public int cueStart = -1;
    public int cueEnd = -1;
    public double confidence;

    /** What the step that decided holds for likely, before it is held against what came true. */
    public float likelihood;

    /** The step that decided, for {@link QuoteModel#reliable}; -1 when the layout says it. */
    public int step = -1;

    public String decidedBy = "none";

    /** Another source in a close call: its tokens, or -1. */
    public int otherFirst = -1;

    public int otherEnd = -1;
    public float otherLikelihood;

    /** The entity that might have spoken instead, or -1. */
    public int otherEntity = -1;

    /** The place in {@link #all} before it is brought into the order of the text, or -1. */
    int row = -1;

    /** Index of an earlier attribution with the same words, or -1. */
    public int sameAs = -1;

    /** Index of the attribution that this one is nested in, or -1. */
    public int within = -1;

    void source(int first, int end, int ofMention) {
      sourceFirst = first;
      sourceEnd = end;
      mention = ofMention;
    }

    void other(int first, int end, float likelihood) {
      otherFirst = first;
      otherEnd = end;
      otherLikelihood = likelihood;
    }

    boolean hasSource() {
      return sourceFirst >= 0;
    }
  }

  public final List<Attribution> all = new ArrayList<>();

  /** What is told of somebody's attitude or act and not in words: "refused to resign". */
  public final List<Attribution> attitudes = new ArrayList<>();

  public void clear() {
    all.clear();
    attitudes.clear();
  }

  void add(Attribution one) {
    one.row = all.size();
    all.add(one);
  }
}
