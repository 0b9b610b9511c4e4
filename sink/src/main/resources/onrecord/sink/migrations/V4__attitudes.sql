-- What articles tell of somebody's attitude or act and not in words ("refused to resign"): in the
-- shape of quotes, apart from them, so that who reads what was said meets none of it. They are read
-- with their article only; nothing is looked for in them, so the key is the only index.
create table attitude (
  article_id     text collate "C" not null references article on delete cascade,
  id             text collate "C" not null,
  -- The place among the article's attitudes, from 0.
  ordinal        integer not null,
  kind           text not null,
  text           text not null,
  -- Arrays of [start, end].
  spans          jsonb not null,
  quoted         jsonb not null,
  speaker_kind   text,
  speaker_entity text,
  speaker_name   text,
  speaker_role   text,
  mention_start  integer,
  mention_end    integer,
  via_start      integer,
  via_end        integer,
  cue_start      integer,
  cue_end        integer,
  confidence     double precision not null,
  decided_by     text not null,
  -- Array of {entity, name, confidence}.
  candidates     jsonb not null,
  primary key (article_id, id)
);
