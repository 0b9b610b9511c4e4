package onrecord.bench.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How another outlet would print the same words: its marks and dashes, its spelling, its short
 * forms and attributions, and small rewordings of its subeditors. Each outlet keeps to its own
 * choice of rules, and its subeditors apply a rewording here and not there.
 */
final class HouseStyle {

  private static final String[] SPELLINGS = {
    "color=colour",
    "honor=honour",
    "labor=labour",
    "neighbor=neighbour",
    "favor=favour",
    "favorite=favourite",
    "behavior=behaviour",
    "center=centre",
    "theater=theatre",
    "defense=defence",
    "offense=offence",
    "program=programme",
    "programs=programmes",
    "organization=organisation",
    "organizations=organisations",
    "organized=organised",
    "recognize=recognise",
    "recognized=recognised",
    "realize=realise",
    "realized=realised",
    "criticized=criticised",
    "emphasized=emphasised",
    "authorized=authorised",
    "traveled=travelled",
    "traveling=travelling",
    "canceled=cancelled",
    "gray=grey",
    "toward=towards",
    "among=amongst",
    "while=whilst",
    "percent=per cent",
    "afterward=afterwards",
    "adviser=advisor",
    "advisers=advisors",
    "email=e-mail",
    "emails=e-mails",
    "cooperation=co-operation",
    "judgment=judgement",
    "checks=cheques",
    "learned=learnt"
  };

  private static final String[] SHORT_FORMS = {
    "Mr.=Mr",
    "Mrs.=Mrs",
    "Ms.=Ms",
    "Dr.=Dr",
    "Sen.=Senator",
    "Rep.=Representative",
    "Gov.=Governor",
    "Gen.=General",
    "Jan.=January",
    "Feb.=February",
    "Aug.=August",
    "Sept.=September",
    "Oct.=October",
    "Nov.=November",
    "Dec.=December",
    "U.S.=US",
    "U.N.=UN",
    "U.K.=UK",
    "one=1",
    "two=2",
    "three=3",
    "four=4",
    "five=5",
    "six=6",
    "seven=7",
    "eight=8",
    "nine=9",
    "ten=10",
    "don't=do not",
    "doesn't=does not",
    "didn't=did not",
    "can't=cannot",
    "won't=will not",
    "isn't=is not",
    "wasn't=was not",
    "it's=it is",
    "that's=that is",
    "I'm=I am",
    "we're=we are",
    "they're=they are"
  };

  private static final String[] ATTRIBUTIONS = {
    "said=told reporters",
    "said=stated",
    "said=says",
    "said=added",
    "said=noted",
    "said in a statement=said",
    "told reporters=said",
    "according to=in the words of",
    "added=said",
    "told=informed",
    "says=said",
    "announced=said",
    "stated=said",
    "declared=said"
  };

  private static final String[] REWORDINGS = {
    "about=around",
    "approximately=about",
    "more than=over",
    "over=more than",
    "but=however,",
    "also=as well",
    "because=since",
    "after=following",
    "before=ahead of",
    "many=a number of",
    "during=in the course of",
    "last year=a year ago",
    "such as=like",
    "big=large",
    "large=big",
    "help=assist",
    "begin=start",
    "began=started",
    "end=finish",
    "show=demonstrate",
    "showed=revealed",
    "need=require",
    "get=obtain",
    "got=received",
    "make sure=ensure",
    "however=but",
    "although=though",
    "in order to=to",
    "will be=is to be",
    "has been=was",
    "have been=were",
    "would=could",
    "so=thus",
    "now=currently",
    "currently=now",
    "use=make use of",
    "used=employed",
    "called=dubbed",
    "calls=demands",
    "called for=demanded",
    "killed=left dead",
    "people=persons",
    "children=youngsters",
    "city=town",
    "company=firm",
    "officials=authorities",
    "police=officers",
    "government=administration",
    "plan=proposal",
    "country=nation",
    "buy=purchase",
    "several=some",
    "near=close to",
    "until=till",
    "which=that",
    "who=that",
    "on Monday=Monday",
    "on Tuesday=Tuesday",
    "on Wednesday=Wednesday",
    "on Thursday=Thursday",
    "on Friday=Friday",
    "on Saturday=Saturday",
    "on Sunday=Sunday",
    "Monday=on Monday",
    "Wednesday=on Wednesday",
    "Friday=on Friday"
  };

  private final Random random;
  private final boolean curly;
  private final boolean single;
  private final int dash;
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Pattern from, String to, double often) {}

  HouseStyle(Random random) {
    this.random = random;
    curly = random.nextBoolean();
    single = random.nextInt(3) == 0;
    dash = random.nextInt(3);
    boolean british = random.nextBoolean();
    add(SPELLINGS, british, 1, 1);
    add(SHORT_FORMS, random.nextBoolean(), 0.6, 1);
    add(ATTRIBUTIONS, true, 0.4, 0.6);
    add(REWORDINGS, true, 0.4, 0.5);
  }

  private void add(String[] pairs, boolean forth, double taken, double often) {
    for (String pair : pairs) {
      if (random.nextDouble() < taken) {
        String[] sides = pair.split("=", 2);
        String from = forth ? sides[0] : sides[1];
        String to = forth ? sides[1] : sides[0];
        Pattern whole =
            Pattern.compile(
                "(?<![\\w.])" + Pattern.quote(from).replace("'", "\\E['\u2019]\\Q") + "(?!\\w)");
        rules.add(new Rule(whole, Matcher.quoteReplacement(to), often));
      }
    }
  }

  /** The paragraph as this outlet prints it. */
  String apply(String paragraph) {
    String text = paragraph;
    for (Rule rule : rules) {
      text =
          rule.from
              .matcher(text)
              .replaceAll(
                  found ->
                      random.nextDouble() < rule.often
                          ? rule.to
                          : Matcher.quoteReplacement(found.group()));
    }
    return dashes(marks(text));
  }

  private String marks(String text) {
    String plain = text.replaceAll("[\u201c\u201d]", "\"").replaceAll("[\u2018\u2019]", "'");
    String turned = single ? plain.replaceAll("\"", "'") : plain;
    if (!curly) {
      return turned;
    }
    return turned
        .replaceAll("(?<=^|[\\s(])\"", "\u201c")
        .replaceAll("\"", "\u201d")
        .replaceAll("(?<=^|[\\s(])'", "\u2018")
        .replaceAll("'", "\u2019");
  }

  private String dashes(String text) {
    String mark = dash == 0 ? " \u2013 " : dash == 1 ? "\u2014" : " -- ";
    return text.replaceAll("\\s*(?:\u2014|\u2013|--)\\s*", mark);
  }
}
