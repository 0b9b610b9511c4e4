package onrecord.enrich.people;

import java.util.HashMap;
import java.util.Map;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds pronouns and descriptions and ties them to entities: "he" and "she" to the person whom they
 * most likely mean, "the vice president" to who holds that title, "the company" to the company last
 * spoken of. Writes the mentions of {@link People}; requires {@link EntityResolver} and {@link
 * RoleFinder}. For one thread.
 */
final class MentionResolver {
  private static final int MAX_DESCRIPTION = 6;
  private static final int GROUP_REACH = 60;
  private static final int NOBODY = -1;

  private final Antecedents antecedents = new Antecedents();
  private final RoleHolders holders = new RoleHolders();
  private final Relations relations = new Relations();
  private final FirstPersons firstPersons = new FirstPersons(relations);
  private final BodyReferences bodies = new BodyReferences(antecedents);
  private final BodyNouns bodyNouns = new BodyNouns();
  private final Measured measured = new Measured(antecedents);

  /** Unnamed people by the noun they are called by. */
  private final Map<String, Integer> unnamed = new HashMap<>();

  /** The first name of the title that is being read ("Rowan's lawyer Bo Lee"), or -1. */
  private int ownedTitle;

  private Document doc;
  private Tokens tokens;
  private People people;
  private NameMentions names;
  private RoleFinder roles;

  /** Finds the mentions of {@code document}. */
  void resolve(Document document, NameMentions rows, RoleFinder found, People into) {
    doc = document;
    tokens = doc.tokens;
    people = into;
    names = rows;
    roles = found;
    people.count = 0;
    people.inner.count = 0;
    unnamed.clear();
    ownedTitle = NOBODY;
    relations.begin(doc);
    firstPersons.begin(doc, people);
    bodyNouns.find(doc, names, people);
    bodies.begin(doc, people);
    measured.begin(doc, names, people);
    antecedents.begin(doc, names, people);
    holders.begin(doc, people);
    int name = 0;
    int role = 0;
    int t = 0;
    while (t < tokens.count) {
      while (name < names.count && names.firstToken[name] < t) {
        name++;
      }
      while (role < roles.count && roles.firstToken[role] < t) {
        role++;
      }
      if (role < roles.count && roles.firstToken[role] == t) {
        t = besideName(role, name);
        continue;
      }
      if (name < names.count && names.firstToken[name] == t) {
        t = name(name);
        continue;
      }
      int limit = name < names.count ? names.firstToken[name] : tokens.count;
      if (role < roles.count) {
        limit = Math.min(limit, roles.firstToken[role]);
      }
      t = other(t, limit);
    }
  }

  // Names.

  /** A name, or the description that it owns: "Rowan's lawyer". */
  private int name(int n) {
    int first = names.firstToken[n];
    int end = names.endToken[n];
    if (isInTitle(n)) {
      note(n, first, end, true);
      ownedTitle = ownedTitle < 0 ? first : ownedTitle;
      return end;
    }
    int several = end < tokens.count && isSeveral(end) ? end + 1 : end;
    if (several > end) {
      // "Rowan aides".
      note(n, first, end, true);
      people.add(first, several, People.DESCRIPTION, NOBODY, 0);
      return several;
    }
    int owned = ownedEnd(end, n + 1 < names.count ? names.firstToken[n + 1] : tokens.count);
    if (owned > end) {
      note(n, first, end, true);
      int holder = relations.of(names.entity[n], owned - 1);
      people.add(first, owned, People.ROLE, holder, 0.75);
      if (holder >= 0) {
        antecedents.add(holder, first, owned);
      } else {
        unnamed(first, owned);
      }
      return owned;
    }
    note(n, first, end, false);
    return end;
  }

  private boolean isSeveral(int t) {
    return tokens.kind[t] == Tokens.WORD
        && (tokens.flags[t] & Lexicon.GROUP) != 0
        && (tokens.flags[t] & (Lexicon.SPEECH | Lexicon.FUNCTION | Lexicon.DETERMINER)) == 0
        && !isCapital(t)
        && tokens.start[t] == tokens.end[t - 1] + 1;
  }

  /** Whether a name is part of the title of the next: "Halvex chief Jane Rowan". */
  private boolean isInTitle(int n) {
    int end = names.endToken[n];
    for (int next = n + 1; next < names.count && next <= n + 2; next++) {
      int title = roles.titleToken(next);
      if (title < 0) {
        continue;
      }
      boolean inside = title <= names.firstToken[n];
      boolean owns = title == end + 1 && tokens.kind[end] == Tokens.POSSESSIVE;
      return inside || owns;
    }
    return false;
  }

  /** Somebody whom the article calls "a nurse": later "the nurse" is the same. */
  private void unnamed(int first, int end) {
    int head = end - 1;
    int flags = tokens.flags[head];
    int gender = RoleWords.gender(flags);
    gender = gender == 0 && (flags & Lexicon.KIN) != 0 ? Kin.gender(doc, head) : gender;
    String noun = doc.text(tokens.start[head], tokens.end[head]);
    Integer known = isDefinite(first) ? unnamed.get(noun) : null;
    if (known != null) {
      antecedents.add(known, first, end);
    } else {
      unnamed.put(noun, antecedents.addUnnamed(first, end, gender));
    }
  }

  private void note(int n, int first, int end, boolean inner) {
    int entity = names.entity[n];
    if (inner) {
      people.inner.add(first, end, People.NAME, entity);
    } else if (entity < 0) {
      people.add(first, end, People.DESCRIPTION, NOBODY, 0);
    } else {
      people.add(first, end, People.NAME, entity, names.confidence[n]);
      int title = roles.titleToken(n);
      if (title >= 0) {
        people.titleToken[people.count - 1] = ownedTitle < 0 ? title : Math.min(title, ownedTitle);
      }
      ownedTitle = NOBODY;
    }
    if (entity >= 0) {
      antecedents.add(entity, first, end);
    }
  }

  /** Where the description behind "Rowan's" ends, behind its head; {@code from} when none. */
  private int ownedEnd(int from, int limit) {
    if (from >= tokens.count || tokens.kind[from] != Tokens.POSSESSIVE) {
      return from;
    }
    int end = from;
    for (int t = from + 1; t < Math.min(limit, from + MAX_DESCRIPTION); t++) {
      int flags = tokens.flags[t];
      if (tokens.kind[t] != Tokens.WORD || (flags & stops()) != 0) {
        break;
      }
      if ((flags & (Lexicon.ROLE | Lexicon.KIN)) != 0) {
        end = t + 1;
      } else if (end > from) {
        break;
      }
    }
    return end == limit ? from : end;
  }

  private static int stops() {
    return Lexicon.PREPOSITION | Lexicon.AUXILIARY | Lexicon.PRONOUN | Lexicon.DETERMINER;
  }

  // Descriptions beside names.

  private int besideName(int role, int fromName) {
    int first = roles.firstToken[role];
    int end = roles.endToken[role];
    int owner = inside(first, end, fromName, roles.entity[role]);
    int entity = roles.entity[role];
    people.add(first, end, People.ROLE, entity, 0.95);
    antecedents.add(entity, first, end);
    if (owner >= 0) {
      relations.add(owner, roles.headToken[role], entity);
      people.entities.get(entity).counterpart = owner;
    }
    return end;
  }

  /** Adds what stands inside a description; returns its owner, or -1. */
  private int inside(int first, int end, int fromName, int described) {
    int owner = NOBODY;
    int name = fromName;
    int t = first;
    while (t < end) {
      while (name < names.count && names.firstToken[name] < t) {
        name++;
      }
      if (name < names.count && names.firstToken[name] == t && names.endToken[name] <= end) {
        note(name, t, names.endToken[name], true);
        t = names.endToken[name];
        if (t < end && tokens.kind[t] == Tokens.POSSESSIVE) {
          owner = names.entity[name];
        }
        continue;
      }
      if (t == first && tokens.kind[t] == Tokens.WORD) {
        int flags = tokens.flags[t];
        if ((flags & Lexicon.SINGULAR_PERSON_PRONOUN) != 0) {
          antecedents.person(t, flags & Lexicon.SINGULAR_PERSON_PRONOUN);
          owner = antecedents.best == described ? antecedents.second : antecedents.best;
          int inOffice = inOffice(end - 1, described, flags);
          owner = Math.max(NOBODY, inOffice >= 0 ? inOffice : owner);
          people.inner.add(t, t + 1, People.PRONOUN, owner);
        } else if ((flags & Lexicon.IT) != 0) {
          owner = bodies.meant(t);
          if (owner >= 0) {
            people.inner.add(t, t + 1, People.PRONOUN, owner);
          }
        } else if ((flags & Lexicon.FIRST_SINGULAR) != 0) {
          firstPersons.add(t, -1 - people.inner.count);
          people.inner.add(t, t + 1, People.PRONOUN, NOBODY);
        } else if ((flags & Lexicon.DETERMINER) != 0
            && t + 2 < end
            && (tokens.flags[t + 1] & Lexicon.BODY) != 0
            && tokens.kind[t + 2] == Tokens.POSSESSIVE) {
          owner = bodies.called(t + 1, t + 1);
          if (owner >= 0) {
            people.inner.add(t, t + 2, People.ROLE, owner);
          }
        }
      }
      t++;
    }
    return owner;
  }

  /**
   * Whose predecessor somebody is: "Governor Bo Lee met President Jane Rowan and her predecessor,
   * President Kai Tallis" is about the president. Of those who have the title as it stands before
   * the name the one last spoken of; -1 when none has or {@code head} is another noun.
   */
  private int inOffice(int head, int described, int gender) {
    int n = names.firstAt(head + 1);
    boolean follows = doc.isWord(head, "predecessor") || doc.isWord(head, "successor");
    if (!follows || n >= names.count || names.entity[n] != described || roles.titleToken(n) < 0) {
      return NOBODY;
    }
    int title = roles.titleToken(n);
    String office = doc.text(tokens.start[title], tokens.end[names.firstToken[n] - 1]);
    return antecedents.withRole(office, described, gender & Lexicon.SINGULAR_PERSON_PRONOUN, head);
  }

  // Everything else.

  private int other(int t, int limit) {
    int flags = tokens.flags[t];
    if (tokens.kind[t] == Tokens.ADDRESS) {
      handle(t);
      return t + 1;
    }
    if (tokens.kind[t] != Tokens.WORD) {
      return t + 1;
    }
    int start = doc.isWord(t, "that") && t + 1 < limit ? t + 1 : t;
    int wide = wideEnd(start, limit);
    if (wide > start) {
      for (int n = names.firstAt(start); n < names.count && names.firstToken[n] < wide; n++) {
        note(n, names.firstToken[n], names.endToken[n], true);
      }
      description(start, wide);
      return wide;
    }
    int tall = measured.end(start, limit);
    int who = tall > start ? measured.meant(start, tall) : NOBODY;
    if (who >= 0) {
      people.add(start, tall, People.ROLE, who, 0.7);
      antecedents.add(who, start, tall);
      return tall;
    }
    int end = descriptionEnd(start, limit);
    if (end > start && (start == t || end > start + 1)) {
      description(start, end);
      return end;
    }
    if ((flags & Lexicon.PRONOUN) != 0) {
      pronoun(t);
    } else if ((flags & Lexicon.FIRST_PLURAL) != 0) {
      firstPersons.add(t, Integer.MIN_VALUE);
    } else if (t + 1 < limit) {
      return bareRole(t, limit);
    }
    return t + 1;
  }

  /** "— Jane Rowan (@rowan)": a handle behind its owner's name. */
  private void handle(int t) {
    int last = people.count - 1;
    if (last >= 0
        && people.kind[last] == People.NAME
        && doc.chars[tokens.start[t]] == '@'
        && people.endToken[last] + 1 == t
        && doc.chars[tokens.start[t - 1]] == '('
        && people.entity[last] >= 0
        && people.entities.get(people.entity[last]).type != Names.LOCATION) {
      Entity who = people.entities.get(people.entity[last]);
      who.names.add(doc.text(tokens.start[t], tokens.end[t]));
      people.add(t, t + 1, People.NAME, people.entity[last], 0.97);
    }
  }

  /** "Judge Rules", "Former Mayor Must Stand Trial", "Don't tell Coach": an office for a name. */
  private int bareRole(int t, int limit) {
    boolean headline = doc.blocks.kind[tokens.block[t]] == Blocks.HEADLINE;
    boolean bodySays =
        (tokens.flags[t] & Lexicon.BODY) != 0 && (tokens.flags[t + 1] & Lexicon.SPEECH) != 0;
    if (headline && bodySays) {
      // "Drivers to stop, union says".
      int body = bodies.only(t);
      if (body >= 0) {
        people.add(t, t + 1, People.ROLE, body, 0.7);
        antecedents.add(body, t, t + 1);
        return t + 1;
      }
    }
    if (headline && isCapital(t) && tokens.kind[t + 1] == Tokens.WORD && isCapital(t + 1)) {
      int chief = holders.chief(t);
      if (chief >= 0) {
        people.add(t, t + 2, People.ROLE, chief, 0.7);
        antecedents.add(chief, t, t + 2);
        return t + 2;
      }
    }
    int head = headline && (tokens.flags[t] & Lexicon.MODIFIER) != 0 && isOffice(t + 1) ? t + 1 : t;
    if (!isOffice(head) || head + 1 >= limit) {
      return t + 1;
    }
    boolean opens = t == doc.sentences.firstToken[tokens.sentence[t]];
    boolean alone = !isCapital(head + 1) && !opens && t > 0 && !isCapital(t - 1);
    // "the position of MP", "an MP", "as MP": the office.
    alone = alone && (doc.isWord(t - 1, "by") || doc.isWord(t - 1, "to") || !isSmall(t - 1));
    if (headline || alone) {
      int holder = holders.only(head);
      if (holder >= 0) {
        people.add(t, head + 1, People.ROLE, holder, 0.7);
        antecedents.add(holder, t, head + 1);
        return head + 1;
      }
    }
    return t + 1;
  }

  private boolean isSmall(int t) {
    return (tokens.flags[t] & (Lexicon.PREPOSITION | Lexicon.DETERMINER)) != 0;
  }

  private boolean isOffice(int t) {
    return (tokens.flags[t] & Lexicon.TITLE) != 0
        && (tokens.flags[t] & (Lexicon.HONORIFIC | Lexicon.GIVEN)) == 0
        && isCapital(t);
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }

  private void pronoun(int t) {
    int flags = tokens.flags[t];
    if (TitleWords.isStyle(doc, t)) {
      return;
    }
    if ((flags & Lexicon.SINGULAR_PERSON_PRONOUN) != 0) {
      int gender = flags & Lexicon.SINGULAR_PERSON_PRONOUN;
      antecedents.person(t, gender);
      int best = antecedents.best;
      double confidence = antecedents.confidence;
      if (best == NOBODY) {
        best = ahead(t, gender);
        confidence = 0.7;
      }
      people.add(t, t + 1, People.PRONOUN, Math.max(NOBODY, best), confidence);
      people.second[people.count - 1] = Math.max(NOBODY, antecedents.second);
      if (best != NOBODY) {
        antecedents.add(best, t, t + 1);
      }
      if (best < NOBODY) {
        firstPersons.chain(people.count - 1, best);
      }
      if (best >= 0) {
        Entity who = people.entities.get(best);
        who.gender = who.gender == 0 ? gender : who.gender;
      }
      return;
    }
    int entity = (flags & Lexicon.IT) != 0 ? bodies.meant(t) : NOBODY;
    people.add(t, t + 1, People.PRONOUN, entity, 0.7);
    if (entity >= 0) {
      antecedents.add(entity, t, t + 1);
    }
    boolean they = (flags & Lexicon.THEY) != 0 && opensSpeech(t) && !isBehindGroup(t);
    if (they || (flags & Lexicon.FIRST_SINGULAR) != 0) {
      firstPersons.add(t, people.count - 1);
    }
  }

  private boolean opensSpeech(int t) {
    return tokens.segment[t] >= 0 && doc.segments.firstToken[tokens.segment[t]] == t;
  }

  /** Whether the words before name several whom "they" may mean: "critics", "the drivers". */
  private boolean isBehindGroup(int t) {
    int sentence = Math.max(0, tokens.sentence[t] - 1);
    for (int i = t - 1; i >= Math.max(doc.sentences.firstToken[sentence], t - GROUP_REACH); i--) {
      if ((tokens.flags[i] & (Lexicon.GROUP | Lexicon.DEMONYM)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** "On her trip, Jane Rowan promised": the person who is named next in the sentence. */
  private int ahead(int t, int gender) {
    int end = doc.sentences.endToken[tokens.sentence[t]];
    for (int n = names.firstAt(t); n < names.count && names.firstToken[n] < end; n++) {
      doc.budget.spend(1);
      if (names.entity[n] >= 0 && names.type[n] == Names.PERSON) {
        int known = people.entities.get(names.entity[n]).gender;
        return known == 0 || known == gender ? names.entity[n] : NOBODY;
      }
    }
    return NOBODY;
  }

  /** Where a description with a name in it ends ("a Halvex official"); {@code t} when none. */
  private int wideEnd(int t, int limit) {
    if ((tokens.flags[t] & Lexicon.DETERMINER) == 0 || limit - t > 4 || limit >= tokens.count) {
      return t;
    }
    int noun = Lexicon.ROLE | Lexicon.GROUP;
    int name = names.firstAt(limit);
    if (name >= names.count || names.firstToken[name] != limit) {
      return t;
    }
    int most = Math.min(tokens.count, limit + 2 * MAX_DESCRIPTION);
    int end = t;
    int i = t + 1;
    while (i < most && tokens.sentence[i] == tokens.sentence[t]) {
      if (i == limit) {
        i = names.endToken[name];
        continue;
      }
      if (tokens.kind[i] != Tokens.WORD || (tokens.flags[i] & stops()) != 0) {
        break;
      }
      if (i > limit) {
        int next = names.firstAt(i);
        if (next < names.count && names.firstToken[next] == i) {
          return t;
        }
        if ((tokens.flags[i] & noun) != 0) {
          end = i + 1;
        } else if (end > t || i > names.endToken[name] + 2) {
          break;
        }
      } else if ((tokens.flags[i] & noun) != 0 && (tokens.flags[i] & Lexicon.MODIFIER) == 0) {
        break;
      }
      i++;
    }
    return end;
  }

  /**
   * Where a description that begins at {@code t} ends, behind its head noun; {@code t} when none.
   */
  private int descriptionEnd(int t, int limit) {
    int flags = tokens.flags[t];
    int noun = Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT | Lexicon.BODY | Lexicon.KIN;
    if ((flags & Lexicon.DETERMINER) == 0) {
      return (flags & Lexicon.GROUP) != 0 && (flags & Lexicon.SPEECH) == 0 ? t + 1 : t;
    }
    int end = t;
    for (int i = t + 1; i < Math.min(limit, t + 1 + MAX_DESCRIPTION); i++) {
      boolean stops =
          tokens.kind[i] != Tokens.WORD
              || tokens.sentence[i] != tokens.sentence[t]
              || (tokens.flags[i] & stops()) != 0;
      if (stops) {
        break;
      }
      if ((tokens.flags[i] & noun) != 0) {
        if (isAdjective(i, limit)) {
          break;
        }
        end = i + 1;
      } else if (end > t) {
        break;
      } else if ((tokens.flags[i] & Lexicon.OCCUPATION) != 0 && i == t + 1 && isDefinite(t)) {
        // "the forward": whom it means must be known, or it is no person.
        if (i + 1 >= limit || (tokens.flags[i + 1] & (Lexicon.MODIFIER | noun)) == 0) {
          return holders.holder(i, i + 1, antecedents) >= 0 ? i + 1 : t;
        }
      }
    }
    return end;
  }

  /** "the Republican convention": the party's word describes a thing, and means nobody. */
  private boolean isAdjective(int t, int limit) {
    if ((tokens.flags[t] & Lexicon.DEMONYM) == 0 || t + 1 >= limit) {
      return false;
    }
    int apart = Lexicon.AUXILIARY | Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.FUNCTION;
    int noun = Lexicon.ROLE | Lexicon.GROUP | Lexicon.BODY;
    return tokens.kind[t + 1] == Tokens.WORD
        && (tokens.flags[t + 1] & (apart | Lexicon.PREPOSITION | noun)) == 0;
  }

  private void description(int first, int end) {
    int head = end - 1;
    int flags = tokens.flags[head];
    boolean owned = (tokens.flags[first] & Lexicon.PRONOUN) != 0;
    boolean several = (tokens.flags[first] & Lexicon.GROUP) != 0 && end - first == 1;
    int holder = NOBODY;
    double confidence = 0.8;
    if ((tokens.flags[first] & Lexicon.FIRST_PLURAL) != 0) {
      firstPersons.add(first, Integer.MIN_VALUE);
    }
    if (owned) {
      holder = owned(first, head);
      confidence = 0.75;
    } else if (!several && isDefinite(first)) {
      if ((flags & (Lexicon.ROLE | Lexicon.OCCUPATION)) != 0) {
        holder = holders.holder(first + 1, end, antecedents);
        holder = holder >= 0 && isOfOther(holder, head) ? NOBODY : holder;
        confidence = holders.confidence;
      }
      int named = (flags & Lexicon.BODY) == 0 ? NOBODY : bodyNamedAt(end);
      if (named >= 0) {
        holder = named;
      } else if (holder == NOBODY && (flags & Lexicon.BODY) != 0 && !bodies.isOther(head)) {
        holder = bodies.called(first + 1, head);
        if (holder == NOBODY && end - first == 2) {
          holder = bodies.onlyBefore(head);
        }
      }
    } else if (!several && isOne(first) && (flags & Lexicon.ROLE) != 0 && opens(first)) {
      // "A judge ruled on Thursday": the one whom the next paragraph names.
      holder = holders.only(head);
      confidence = 0.65;
    }
    if (isPredicate(first, end)) {
      people.add(first, end, People.DESCRIPTION, NOBODY, 0);
      return;
    }
    boolean one = !several && ((flags & (Lexicon.ROLE | Lexicon.KIN)) != 0 || holder >= 0);
    people.add(first, end, one ? People.ROLE : People.DESCRIPTION, holder, confidence);
    if (holder >= 0) {
      antecedents.add(holder, first, end);
    } else if (one && (flags & (Lexicon.DOCUMENT | Lexicon.GROUP)) == 0) {
      unnamed(first, end);
    }
    firstPersons.opens(first, people.count - 1, antecedents.last());
  }

  /**
   * Whether an office is of what its holder isn't known to be in: "the mayor of Toll" when the
   * article has the mayor of Arden; or is part of a body's name, "the Prime Minister's Office".
   */
  private boolean isOfOther(int holder, int head) {
    int t = head + 1;
    if (t + 1 >= tokens.count || tokens.sentence[t + 1] != tokens.sentence[head]) {
      return false;
    }
    if (tokens.kind[t] == Tokens.POSSESSIVE) {
      return doc.isWord(t + 1, "Office") || doc.isWord(t + 1, "Department");
    }
    if (!doc.isWord(t, "of")) {
      return false;
    }
    t += doc.isWord(t + 1, "the") ? 2 : 1;
    if (t >= tokens.count || tokens.kind[t] != Tokens.WORD || !isCapital(t)) {
      return false;
    }
    Entity who = people.entities.get(holder);
    String of = NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
    boolean former = !who.roles.isEmpty();
    for (String role : who.roles) {
      doc.budget.spend(1);
      String folded = NameForms.fold(role);
      if (folded.contains(of)) {
        return false;
      }
      former &= folded.startsWith("former ") || folded.startsWith("ex-");
    }
    int n = names.firstAt(t);
    boolean place = n < names.count && names.firstToken[n] == t && names.type[n] == Names.LOCATION;
    if (!place && !former) {
      // A portfolio that nothing was said of: "the Minister of Tides".
      return false;
    }
    return who.body < 0 || !people.entities.get(who.body).fullest.key.contains(of);
  }

  /** The organisation whose name begins at a token, or -1: "the party Libra". */
  private int bodyNamedAt(int t) {
    int n = names.firstAt(t);
    boolean named = n < names.count && names.firstToken[n] == t && names.entity[n] >= 0;
    return named && names.type[n] == Names.ORGANIZATION ? names.entity[n] : NOBODY;
  }

  /**
   * Whether a description only says what somebody is: "He's my little brother." Not who is picked
   * out by it: "It was the mayor who called."
   */
  private boolean isPredicate(int first, int end) {
    int t = first - 1;
    if (t < 0 || tokens.sentence[t] != tokens.sentence[first]) {
      return false;
    }
    boolean is = doc.isWord(t, "is") || doc.isWord(t, "was") || doc.isWord(t, "are");
    is |= doc.isWord(t, "were") || doc.isWord(t, "became") || doc.isWord(t, "become");
    is |= doc.isWord(t, "be") || doc.isWord(t, "been") || isServingAs(t);
    // "He's" is "he is".
    is |= t > 0 && tokens.kind[t] == Tokens.POSSESSIVE && isPronoun(t - 1);
    boolean more =
        end < tokens.count
            && (tokens.kind[end] == Tokens.POSSESSIVE
                || doc.isWord(end, "who")
                || doc.isWord(end, "that"));
    return is && !more;
  }

  /** "served as". */
  private boolean isServingAs(int as) {
    return as > 0
        && doc.isWord(as, "as")
        && (doc.isWord(as - 1, "serve")
            || doc.isWord(as - 1, "serves")
            || doc.isWord(as - 1, "served")
            || doc.isWord(as - 1, "serving"));
  }

  private boolean isPronoun(int t) {
    return (tokens.flags[t] & Lexicon.PRONOUN) != 0;
  }

  /** "his lawyer", "its chief": notes the owner; returns who is meant, or -1. */
  private int owned(int first, int head) {
    int flags = tokens.flags[first];
    int owner = NOBODY;
    if ((flags & Lexicon.SINGULAR_PERSON_PRONOUN) != 0) {
      int gender = flags & Lexicon.SINGULAR_PERSON_PRONOUN;
      antecedents.person(first, gender);
      owner = antecedents.best == NOBODY ? ahead(first, gender) : antecedents.best;
      owner = Math.max(NOBODY, owner);
      people.inner.add(first, first + 1, People.PRONOUN, owner);
      if (owner >= 0) {
        antecedents.add(owner, first, first + 1);
      }
    } else if ((flags & Lexicon.IT) != 0) {
      owner = bodies.meant(first);
      people.inner.add(first, first + 1, People.PRONOUN, owner);
    } else if ((flags & Lexicon.FIRST_SINGULAR) != 0) {
      firstPersons.add(first, -1 - people.inner.count);
      people.inner.add(first, first + 1, People.PRONOUN, NOBODY);
    }
    if ((flags & Lexicon.THEY) != 0 && (tokens.flags[head] & Lexicon.BODY) != 0) {
      // "Drivers will stop, their union said": before or behind, the article's only union.
      return head == first + 1 ? bodies.only(head) : NOBODY;
    }
    if (owner < 0) {
      return NOBODY;
    }
    int known = relations.of(owner, head);
    if (known == NOBODY && doc.isWord(head, "client")) {
      known = people.entities.get(owner).counterpart;
    }
    if (known == NOBODY && (tokens.flags[head] & Lexicon.BODY) != 0 && head == first + 1) {
      known = people.entities.get(owner).body;
    }
    return known;
  }

  private boolean isDefinite(int t) {
    return doc.isWord(t, "the") || doc.isWord(t, "The") || doc.isWord(t, "this");
  }

  private boolean isOne(int t) {
    return doc.isWord(t, "A") || doc.isWord(t, "An") || doc.isWord(t, "a") || doc.isWord(t, "an");
  }

  /** Whether a token stands in the first sentence of the article's text. */
  private boolean opens(int t) {
    int block = tokens.block[t];
    return block <= 4
        && t - doc.sentences.firstToken[tokens.sentence[t]] == 0
        && doc.blocks.firstToken[block] == t;
  }

  /** Says whose words stand from {@code start} to {@code end}, in characters. */
  void spoken(int start, int end, int speaker) {
    firstPersons.spoken(start, end, speaker);
  }
}
