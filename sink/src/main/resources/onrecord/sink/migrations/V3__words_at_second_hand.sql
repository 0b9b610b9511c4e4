-- Whom a quote came through, "according to the Gazette": offsets into the article's text.
alter table quote
  add column via_start integer,
  add column via_end integer;
