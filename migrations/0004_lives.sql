-- A life in its own words: what matters, who is around, what we noticed.

-- What matters. A new wording replaces none: earlier ones are kept. `whose` says whose words they
-- are: their own, or written down for them. `made_by` is who wrote them down; nobody, when the
-- person did. `follows` is the wording it was based on, blank for the first: of two based on the
-- same, the second is told of the first.
create table matter (
    id      text   not null primary key,
    life    text   not null references life (id),
    follows text   not null,
    body    bytea  not null,
    whose   text   not null check (whose in ('own', 'written-down')),
    made_by text   references account (id),
    made_at bigint not null,
    unique (life, follows)
);
create index matter_life on matter (life, id);

-- People around somebody. Parts, in the order of sealing: name, who they are, how to reach them.
create table around_person (
    id       text   not null primary key,
    life     text   not null references life (id),
    name     bytea  not null,
    role     bytea,
    contact  bytea,
    made_by  text   references account (id),
    made_at  bigint not null,
    ended_at bigint
);
create index around_person_life on around_person (life);

-- The one thing anybody captures. Its text is in note_text; parts of the note itself: who was there.
-- `own` says that the person it is about wrote it, on whosever phone: `author` is then whose sitting
-- it was.
create table note (
    id          text    not null primary key,
    life        text    not null references life (id),
    author      text    not null references account (id),
    own         boolean not null,
    kind        text,
    present     bytea,
    exploration text    references exploration (id),
    happened_at bigint  not null,
    made_at     bigint  not null
);
create index note_life on note (life, happened_at, id);

-- Every wording of a note: corrections keep the earlier text.
create table note_text (
    id      text   not null primary key,
    note    text   not null references note (id),
    version bigint not null,
    body    bytea  not null,
    made_by text   not null references account (id),
    made_at bigint not null,
    unique (note, version)
);

-- Not safe to show yet. For seven days without a reason; after that a reason and a second person,
-- or the team's named lead is asked. `second_by` is who is asked to agree, `second_at` when they did.
-- The reason is sealed as the second part of the note, whose row has the same id.
create table note_hold (
    note      text   not null primary key references note (id),
    held_by   text   not null references account (id),
    held_at   bigint not null,
    until_at  bigint not null,
    reason    bytea,
    reason_by text   references account (id),
    review_at bigint,
    second_by text   references account (id),
    second_at bigint,
    ended_at  bigint
);

-- Brought to the team's next meeting, for colleagues who are alongside this person.
create table note_brought (
    note       text   not null primary key references note (id),
    team       text   not null references body (id),
    brought_by text   not null references account (id),
    brought_at bigint not null,
    talked_at  bigint
);
create index note_brought_team on note_brought (team, talked_at);

-- What the person, or somebody else, says beside a note. `own` as in `note`.
create table note_reply (
    id      text    not null primary key,
    note    text    not null references note (id),
    kind    text    not null check (kind in ('adds', 'disagrees')),
    own     boolean not null,
    body    bytea   not null,
    made_by text    not null references account (id),
    made_at bigint  not null
);
create index note_reply_note on note_reply (note, id);

-- A private reflection: its author's, sealed under the author's own key.
create table reflection (
    id      text   not null primary key,
    author  text   not null references account (id),
    body    bytea  not null,
    made_at bigint not null
);
create index reflection_author on reflection (author, id);

-- A copy that its author shared with a team: another text, another key.
create table reflection_copy (
    id         text   not null primary key,
    reflection text   not null references reflection (id),
    team       text   not null references body (id),
    author     text   not null references account (id),
    body       bytea  not null,
    made_at    bigint not null
);
create index reflection_copy_team on reflection_copy (team, id);
