-- Who was in a decision, who was not there, and whose words a purpose is: people say all three with names, and so they
-- are sealed under the key of the body that said so, as the rest of its talk is.

-- Parts, in the order of sealing: who was in the decision, who was not there. The key is that of the body whose cycle
-- was asked.
alter table response add column decided_by bytea;
alter table response add column not_there bytea;

-- The second part of a wording, after its words: whose words they are. Nothing where nobody said.
alter table cycle_purpose add column words_of bytea;

-- A step of the schema has no keys, and so cannot seal what is there. What was kept before this step stays in
-- response.decided, response.absent and cycle_purpose.whose and is read from there; nothing is written there any more.
-- No version with those columns was ever released: only trials hold such rows, and an older copy of them can still be
-- brought back.
