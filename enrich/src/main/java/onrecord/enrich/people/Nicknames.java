package onrecord.enrich.people;

import java.util.HashMap;
import java.util.Map;

/** Short given names with those that they may stand for. Immutable. */
final class Nicknames {
  /** The long form, then its short ones. */
  private static final String[] NAMES = {
    "abigail abby",
    "abraham abe",
    "albert al bert",
    "alexander alex alec sasha",
    "alexandra alex",
    "alfred al fred",
    "amanda mandy",
    "andrew andy drew",
    "anthony tony",
    "antonio tony",
    "arthur art",
    "barbara barb barbie",
    "benjamin ben benny",
    "bernard bernie",
    "bradley brad",
    "calvin cal",
    "cassandra cassie",
    "catherine cathy cate kate katie",
    "charles charlie chuck",
    "christina chris tina christy",
    "christine chris",
    "christopher chris kit",
    "cynthia cindy",
    "daniel dan danny",
    "david dave davy",
    "deborah deb debbie debra",
    "dmitri dima",
    "donald don donnie",
    "dorothy dot dottie",
    "douglas doug",
    "edward ed eddie ted",
    "eleanor ellie",
    "elizabeth liz beth betty lizzie betsy eliza",
    "emily em",
    "eugene gene",
    "francis frank fran",
    "frances fran",
    "franklin frank",
    "frederick fred freddie",
    "gabriel gabe",
    "geoffrey geoff",
    "gerald gerry jerry",
    "gregory greg",
    "harold hal harry",
    "henry hank harry",
    "jacob jake",
    "james jim jimmy jamie",
    "jason jay",
    "jeffrey jeff",
    "jennifer jen jenny",
    "jeremiah jerry",
    "jerome jerry",
    "jessica jess jessie",
    "john jack johnny",
    "jonathan jon",
    "joseph joe joey",
    "joshua josh",
    "judith judy",
    "katherine kate kathy katie",
    "kathleen kathy",
    "kenneth ken kenny",
    "kimberly kim",
    "lawrence larry",
    "leonard len leo",
    "lewis lew",
    "louis lou",
    "madeleine maddie",
    "margaret maggie meg peggy marge",
    "martin marty",
    "matthew matt",
    "michael mike mick mickey",
    "michelle shelly",
    "mitchell mitch",
    "nathaniel nate nathan",
    "nathan nate",
    "nicholas nick nicky",
    "pamela pam",
    "patricia pat patty",
    "patrick pat paddy",
    "paul paulie",
    "peter pete",
    "philip phil",
    "phillip phil",
    "ralph ralphie",
    "randall randy",
    "raymond ray",
    "rebecca becky",
    "richard rick dick rich ricky",
    "robert bob rob" + " bobby robbie",
    "rodney rod",
    "roger rog",
    "ronald ron ronnie",
    "rudolph rudy",
    "russell russ",
    "samantha sam",
    "samuel sam sammy",
    "sandra sandy",
    "sarah sally",
    "scott scotty",
    "sidney sid",
    "stanley stan",
    "stephanie steph",
    "stephen steve",
    "steven steve",
    "stuart stu",
    "susan sue susie",
    "terrence terry",
    "theodore ted teddy theo",
    "theresa terry tess",
    "thomas tom tommy",
    "timothy tim",
    "tobias toby",
    "valerie val",
    "victoria vicky",
    "vincent vince vinny",
    "virginia ginny",
    "walter walt",
    "wesley wes",
    "william bill billy will willie liam",
    "zachary zach zack"
  };

  private static final Map<String, String> LONG = new HashMap<>();

  static {
    for (String line : NAMES) {
      String[] names = line.split(" ", -1);
      for (int i = 1; i < names.length; i++) {
        LONG.merge(names[i], names[0], (a, b) -> a + " " + b);
      }
    }
  }

  private Nicknames() {}

  /** Whether one given name may be short for the other, or both for a third. */
  static boolean mayBeSame(String a, String b) {
    return standsFor(a, b) || standsFor(b, a);
  }

  private static boolean standsFor(String shorter, String given) {
    String all = LONG.get(shorter);
    if (all == null) {
      return false;
    }
    int at = all.indexOf(given);
    return at >= 0
        && (at == 0 || all.charAt(at - 1) == ' ')
        && (at + given.length() == all.length() || all.charAt(at + given.length()) == ' ');
  }
}
