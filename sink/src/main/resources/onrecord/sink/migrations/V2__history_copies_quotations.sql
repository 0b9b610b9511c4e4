-- One truth an article: every version ever seen, links between copies, words said alike.

alter table article add column correction text;

-- One row a version ever seen, whether or not it became the article's truth. A withdrawal's row
-- stays when the findings are gone. No foreign key: a late version's article may have been set aside.
create table revision (
  article_id        text collate "C" not null,
  version           bigint not null,
  content_hash      text collate "C" not null,
  -- What enrich said of it when it wrote it; null where nobody did: stored before, or by an old engine.
  verdict           text,
  latest            boolean,
  pub_status        text not null,
  headline          text,
  correction        text,
  ingested_at       timestamptz not null,
  -- The version whose place it takes, or that keeps its place before it.
  former_version    bigint,
  former_hash       text,
  former_pub_status text,
  -- Array of {operation, what, id, text, speaker, before}.
  changes           jsonb not null,
  engine_version    text not null,
  -- Of the header traceparent.
  trace_id          text,
  -- Where the event stands on articles.enriched; null for what was stored before.
  partition         integer,
  "offset"          bigint,
  stored_at         timestamptz not null default now(),
  primary key (article_id, version, content_hash)
);

insert into revision (article_id, version, content_hash, pub_status, headline, ingested_at, changes,
  engine_version, stored_at)
select id, version, content_hash, pub_status, headline, ingested_at, '[]', engine_version, stored_at
from article;

-- Which article another one is a copy of; original is null when it is none any more. No foreign key:
-- the link may come before either article.
create table copy (
  article_id     text collate "C" primary key,
  sequence       bigint not null,
  original       text collate "C",
  similarity     double precision,
  engine_name    text not null,
  engine_version text not null,
  engine_model   text,
  stored_at      timestamptz not null default now()
);
create index copy_original on copy (original) where original is not null;

-- The words of quotes, as far as they tell one quotation from another; no word itself. What was ever
-- seen stays, so that the same events make the same rows in any order.
create table wording (
  id             bigint primary key,
  -- The speaker's last name, folded; null when unnamed.
  speaker        text,
  -- Hashes of its pairs of words, sorted.
  pairs          integer[] not null,
  -- The greatest wording that holds this one, itself among them: the same for all variants.
  quotation      bigint not null,
  quotation_size integer not null,
  -- Short and nobody's: the same quotation only among copies of one article.
  loose          boolean not null
);
create index wording_quotation on wording (quotation);

-- By what wordings that have six words in a row in common are found.
create table wording_print (
  print   integer not null,
  wording bigint not null,
  primary key (print, wording)
);

-- Null for words that were stored before there were wordings, and for those without a letter.
alter table quote add column wording bigint;
create index quote_wording on quote (wording);
