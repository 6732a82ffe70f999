-- What was done about holding a note back stays written down: who held it, each reason and who gave it, who agreed, who
-- showed it again. note_hold is how it stands now. Nothing here is changed or taken away. The reason is sealed under the
-- person's own key, as the only sealed part.
create table note_hold_act (
    id        text   not null primary key,
    note      text   not null references note (id),
    did       text   not null check (did in ('held', 'gave-reason', 'agreed', 'showed')),
    made_by   text   not null references account (id),
    made_at   bigint not null,
    until_at  bigint,
    reason    bytea,
    review_at bigint,
    second_by text   references account (id)
);
create index note_hold_act_note on note_hold_act (note, made_at);
insert into note_hold_act (id, note, did, made_by, made_at, until_at)
    select note, note, 'held', held_by, held_at, until_at from note_hold;

-- Notes that are held now. `lead_from` is from when on the team's named lead is asked about it.
create view note_held as
    select h.note, n.life, n.author, h.held_by, h.held_at, h.second_by,
        case when h.reason_by is not null and h.second_at is not null then coalesce(h.review_at, h.until_at)
            else h.until_at end as lead_from
        from note_hold h join note n on n.id = h.note where h.ended_at is null;

-- Who sees a note although it is held, and from when on: its author, who held it and who is asked to agree, as long as
-- they walk beside the person; the team's named lead, when asked to agree or asked about it. rules::Towards::let_in says
-- the same without a database.
create view note_let_in as
    select h.note, s.account, h.held_at as from_at
        from note_held h join standing s on s.life = h.life and s.until_at is null
        where s.tie = 'alongside' and s.account in (h.author, h.held_by, h.second_by)
    union all
    select h.note, s.account, h.held_at as from_at
        from note_held h join standing s on s.life = h.life and s.until_at is null
        where s.tie = 'lead' and s.account = h.second_by
    union all
    select h.note, s.account, h.lead_from as from_at
        from note_held h join standing s on s.life = h.life and s.until_at is null
        where s.tie = 'lead';
