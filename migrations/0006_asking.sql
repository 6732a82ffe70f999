-- Nothing leaves before everybody it was learnt with has answered, and each answers for words that they read.

-- A pattern in words that tell nobody who it is about. Until it is passed on it is the team's own talk, sealed under
-- the team's key; only then is it copied into pattern_wording, in the clear. Every wording is kept; the newest counts.
-- Parts, in the order of sealing: what it says, who is hit by it, where it was otherwise. No moment and no account
-- stands here, and the id is a keyed hash: set beside the journal, a moment would tell whose life it is about.
create table pattern_worded (
    id        text   not null primary key,
    pattern   text   not null references pattern (id),
    version   bigint not null,
    team      text   not null references body (id),
    statement bytea  not null,
    hit       bytea,
    counter   bytea,
    unique (pattern, version)
);

-- What somebody is asked: of one ground, in one wording of its pattern (pattern_worded, or pattern_wording for those
-- that were passed on before there was such a table), whether it may be passed on. The id is a keyed hash of all that
-- is asked, so that an answer is for these very words. `leaving` is the words of the ground, in the clear only once
-- the person agreed or was told. Sealed under the person's key; parts, in the order of sealing: the words, how it was
-- answered. No moment and no account in the clear, as in pattern_ground.
create table pattern_asking (
    id       text    not null primary key,
    ground   text    not null references pattern_ground (id),
    wording  text    not null,
    words    bytea,
    asked    boolean not null,
    answer   text    check (answer in ('agreed', 'refused', 'told')),
    answered bytea,
    leaving  text,
    unique (ground, wording)
);
create index pattern_asking_wording on pattern_asking (wording);

-- Answers to what was passed on already go with the words they were passed on in. From now on a row of
-- pattern_wording says who first passed it on, and when.
insert into pattern_asking (id, ground, wording, asked, answer, leaving)
    select g.id, g.id, w.id, true, g.answer, g.wording
    from pattern_ground g join pattern_wording w on w.pattern = g.pattern
    where g.answer is not null
    and w.id = (select max(r.wording) from relay r where r.pattern = g.pattern);

-- Words that were never passed on do not stand in the clear, and nobody had to be asked about them: the team words
-- them anew.
delete from pattern_wording where not exists (select 1 from relay r where r.wording = pattern_wording.id);

alter table pattern_ground drop column proposed;
alter table pattern_ground drop column asked;
alter table pattern_ground drop column answer;
alter table pattern_ground drop column answered;
alter table pattern_ground drop column wording;

-- What is tried because of what was passed on, in a line, beside what it means. Before, the one stood in the other's
-- place.
alter table response add column tried text;
