-- Patterns that people name, how they travel, and what became of them.

-- What people see across explorations. Sealed under the key of the body whose cycle it stands in.
-- Parts, in the order of sealing: what it says, who agreed, counter-examples, who is hit by it.
create table pattern (
    id       text   not null primary key,
    cycle    text   not null references cycle (id),
    body     bytea  not null,
    agreed   bytea,
    counter  bytea,
    hit      bytea,
    made_by  text   references account (id),
    made_at  bigint not null
);
create index pattern_cycle on pattern (cycle, made_at);

-- What a pattern stands on. What leads to the life is sealed under the person's own key, and `mark`
-- is a keyed hash under it: destroy the key, and neither leads anywhere. No moment and no account
-- stands here in the clear: set beside the journal, either would tell whose life it is. `wording` is
-- the de-identified text, in the clear only once the person agreed or was told.
-- Parts, in the order of sealing: the link, the words that would be used, how it was answered.
create table pattern_ground (
    id       text    not null primary key,
    pattern  text    not null references pattern (id),
    mark     bytea   not null,
    link     bytea   not null,
    proposed bytea,
    asked    boolean not null,
    answer   text    check (answer in ('agreed', 'refused', 'told')),
    answered bytea,
    wording  text
);
create index pattern_ground_pattern on pattern_ground (pattern);
create index pattern_ground_mark on pattern_ground (mark);

-- The wording of a pattern that may leave: de-identified, checked by somebody, in the clear.
create table pattern_wording (
    id      text   not null primary key,
    pattern text   not null references pattern (id),
    body    text   not null,
    hit     text,
    counter text,
    made_by text   references account (id),
    made_at bigint not null
);
create index pattern_wording_pattern on pattern_wording (pattern, made_at);

-- Passed on to another cycle, with a question; without one of its own, the question is the usual
-- one: what does this mean for you?
create table relay (
    id       text   not null primary key,
    pattern  text   not null references pattern (id),
    wording  text   not null references pattern_wording (id),
    from_cycle text not null references cycle (id),
    to_cycle text   not null references cycle (id),
    question text,
    after    text   references relay (id),
    made_by  text   references account (id),
    made_at  bigint not null
);
create index relay_to on relay (to_cycle, made_at);
create index relay_pattern on relay (pattern);

-- What it means here.
create table response (
    id          text   not null primary key,
    relay       text   not null references relay (id),
    kind        text   not null check (kind in ('made-sense', 'exploring', 'changed', 'set-aside')),
    body        text,
    was         text,
    is_now      text,
    decided     text,
    absent      text,
    exploration text   references exploration (id),
    made_by     text   references account (id),
    made_at     bigint not null
);
create index response_relay on response (relay, made_at);
