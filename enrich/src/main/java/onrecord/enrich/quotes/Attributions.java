package onrecord.enrich.quotes;

import java.util.ArrayList;
import java.util.List;

/** The attributions of an article, by {@link QuoteFinder}. For one thread. */
public final class Attributions {
  public static final int DIRECT = 0;
  public static final int MIXED = 1;
  public static final int INDIRECT = 2;

  /** One attribution; offsets are characters, -1 where there is nothing. */
  public static final class Attribution {
    public int kind;

    /** Pairs of start and end. */
    public final List<int[]> spans = new ArrayList<>();

    /** Pairs of start and end. */
    public final List<int[]> quoted = new ArrayList<>();

    /** Index into the mentions of People, or -1. */
    public int mention = -1;

    public int cueStart = -1;
    public int cueEnd = -1;
    public double confidence;
    public String decidedBy = "none";

    /** Index of an earlier attribution with the same words, or -1. */
    public int sameAs = -1;
  }

  public final List<Attribution> all = new ArrayList<>();
}
