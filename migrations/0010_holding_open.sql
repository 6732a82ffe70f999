-- Which notes of a life are held now, among all that ever were: asked by every page of notes.
alter table note_hold add column life text references life (id);
update note_hold set life = (select n.life from note n where n.id = note_hold.note);
create index note_hold_life on note_hold (life) where ended_at is null;

-- The views of step 8 as they were, but begun from the few notes that are held: a cross join is not turned round.
drop view note_let_in;
drop view note_held;

create view note_held as
    select h.note, h.life, n.author, h.held_by, h.held_at, h.second_by,
        case when h.reason_by is not null and h.second_at is not null then coalesce(h.review_at, h.until_at)
            else h.until_at end as lead_from
        from note_hold h cross join note n where n.id = h.note and h.ended_at is null;

create view note_let_in as
    select h.note, s.account, h.held_at as from_at
        from note_held h cross join standing s where s.life = h.life and s.until_at is null
        and s.tie = 'alongside' and s.account in (h.author, h.held_by, h.second_by)
    union all
    select h.note, s.account, h.held_at as from_at
        from note_held h cross join standing s where s.life = h.life and s.until_at is null
        and s.tie = 'lead' and s.account = h.second_by
    union all
    select h.note, s.account, h.lead_from as from_at
        from note_held h cross join standing s where s.life = h.life and s.until_at is null
        and s.tie = 'lead';
