-- The storage: one row an article, its findings beside it, and how far each partition has been read.
-- Offsets (start, "end", …) are UTF-16 code units into article.text, end exclusive.
-- Keys and folded names compare by code point ("C"): quick, and the same under every locale.

create table article (
  id              text collate "C" primary key,
  -- The order of versions: the highest (version, content_hash) is the truth.
  version         bigint not null,
  content_hash    text collate "C" not null,
  -- Only a usable article is shown; of the others the row alone is kept, without findings.
  pub_status      text not null,
  source_id       text,
  url             text,
  source          text,
  headline        text,
  byline          text,
  language        text,
  first_created   timestamptz,
  version_created timestamptz,
  published_at    timestamptz,
  ingested_at     timestamptz not null,
  origin          text,
  text            text not null,
  body_start      integer not null,
  -- Array of {kind, start, end}.
  blocks          jsonb not null,
  engine_name     text not null,
  engine_version  text not null,
  engine_model    text,
  degraded        text[] not null,
  stored_at       timestamptz not null default now(),
  -- The newest first, whatever an article knows of its time.
  shown_at        timestamptz generated always as (coalesce(published_at, ingested_at)) stored,
  -- A tsvector holds a megabyte at the most; these many characters stay below it.
  words           tsvector generated always as (
                    setweight(to_tsvector('english', left(coalesce(headline, ''), 2000)), 'A')
                    || to_tsvector('english', left(text, 100000))
                  ) stored
);
create index article_shown on article (shown_at desc, id);
-- A B-tree entry holds 2,704 bytes at the most and a source may be longer, so the index has its
-- beginning; who looks for a source asks for both: left(source, 200) = left(?, 200) and source = ?.
create index article_source on article (left(source, 200), shown_at desc);
create index article_words on article using gin (words);

create table entity (
  article_id  text collate "C" not null references article on delete cascade,
  id          text collate "C" not null,
  type        text not null,
  name        text not null,
  -- Without case and accents, its first 200 characters: what searches and groupings compare.
  name_folded text collate "C" not null,
  names       text[] not null,
  roles       text[] not null,
  salience    double precision not null,
  resolved_by text not null,
  primary key (article_id, id)
);
create index entity_name on entity (name_folded);

create table mention (
  article_id text collate "C" not null,
  entity_id  text collate "C" not null,
  start      integer not null,
  "end"      integer not null,
  kind       text not null,
  exact      text not null,
  primary key (article_id, entity_id, start),
  foreign key (article_id, entity_id) references entity on delete cascade
);

create table quote (
  article_id     text collate "C" not null references article on delete cascade,
  id             text collate "C" not null,
  -- The place among the article's quotes, from 0.
  ordinal        integer not null,
  kind           text not null,
  text           text not null,
  -- Arrays of [start, end].
  spans          jsonb not null,
  quoted         jsonb not null,
  within         text,
  same_as        text,
  speaker_kind   text,
  speaker_entity text,
  speaker_name   text,
  -- As entity.name_folded.
  speaker_folded text collate "C",
  speaker_role   text,
  mention_start  integer,
  mention_end    integer,
  cue_start      integer,
  cue_end        integer,
  confidence     double precision not null,
  decided_by     text not null,
  -- Array of {entity, name, confidence}.
  candidates     jsonb not null,
  primary key (article_id, id)
);
create index quote_speaker on quote (speaker_folded);
-- For who looks for what was said, by this very expression.
create index quote_words on quote using gin (to_tsvector('english', left(text, 100000)));

-- How far each partition is stored; moved in the transaction that stores the rows.
create table consumed (
  consumer    text not null,
  topic       text not null,
  partition   integer not null,
  next_offset bigint not null,
  primary key (consumer, topic, partition)
);
