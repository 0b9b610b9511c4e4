package onrecord.enrich.people;

import java.text.Normalizer;

/** Brings the ways of writing one word together: case, accents, hyphens, apostrophes, points. */
final class NameForms {
  /** The Java library takes the square of the time for a letter with thousands of accents. */
  private static final int LONGEST_NORMALIZED = 256;

  private NameForms() {}

  /** A word or name as it is compared: "López-Obrador" and "LOPEZ‑OBRADOR" become one. */
  static String fold(String name) {
    boolean asItIs = isAscii(name) || name.length() > LONGEST_NORMALIZED;
    String bare = asItIs ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.append((char) (c + 32));
      } else if (c < 0x80) {
        plain(c, folded);
      } else {
        foreign(c, folded);
      }
    }
    int end = folded.length();
    while (end > 0 && folded.charAt(end - 1) == ' ') {
      end--;
    }
    folded.setLength(end);
    return folded.toString();
  }

  private static void plain(char c, StringBuilder folded) {
    if (c == '.') {
      return;
    }
    if (c <= ' ') {
      if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
      return;
    }
    folded.append(c);
  }

  private static void foreign(char c, StringBuilder folded) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return;
    }
    if (type == Character.DASH_PUNCTUATION) {
      folded.append('-');
    } else if (c == '\u2019' || c == '\u2018' || c == '\u02bc') {
      folded.append('\'');
    } else if (Character.isWhitespace(c) || c == '\u00a0') {
      plain(' ', folded);
    } else if (c == 'ø' || c == 'Ø') {
      folded.append('o');
    } else if (c == 'ł' || c == 'Ł') {
      folded.append('l');
    } else {
      folded.append(Character.toLowerCase(c));
    }
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** How many of a name's letters are accented or otherwise beyond ASCII. */
  static int accents(String name) {
    int accents = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      accents += c >= 0x80 && (Character.isLetter(c) || Character.getType(c) == 6) ? 1 : 0;
    }
    return accents;
  }

  /**
   * Whether a slip of the keyboard tells two words apart: one letter more, less, other, or two that
   * changed places.
   */
  static boolean isSlip(String a, String b) {
    int difference = a.length() - b.length();
    if (difference < -1 || difference > 1 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(a.length(), b.length());
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (difference > 0) {
      return a.regionMatches(same + 1, b, same, b.length() - same);
    }
    if (difference < 0) {
      return b.regionMatches(same + 1, a, same, a.length() - same);
    }
    if (same == a.length()) {
      return false;
    }
    if (a.regionMatches(same + 1, b, same + 1, a.length() - same - 1)) {
      return true;
    }
    return same + 1 < a.length()
        && a.charAt(same) == b.charAt(same + 1)
        && a.charAt(same + 1) == b.charAt(same)
        && a.regionMatches(same + 2, b, same + 2, a.length() - same - 2);
  }
}
