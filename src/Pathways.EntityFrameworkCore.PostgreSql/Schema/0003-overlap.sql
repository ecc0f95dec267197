-- Belt and braces: the store keeps exclusive placements of a student apart by a lock on the student. Where the extension btree_gist may be had, the table refuses them too, at the end
-- of a transaction, since within one the old placement may be saved after the new one.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS btree_gist;
    ALTER TABLE pathways_placements ADD CONSTRAINT pathways_placements_no_overlap
        EXCLUDE USING gist (tenant WITH =, student WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (is_occupying) DEFERRABLE INITIALLY DEFERRED;
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
    RAISE NOTICE 'The extension btree_gist may not be had here, so overlapping placements are kept apart by locks alone.';
END
$$;
