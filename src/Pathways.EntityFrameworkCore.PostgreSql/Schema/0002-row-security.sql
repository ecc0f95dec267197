-- A second wall between tenants: whoever is bound to no tenant sees no row, and nobody writes a row of another. It holds for the owner of the tables too, and for every role but
-- superusers and those with BYPASSRLS; the store looks at that when it is first used.
DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY[
        'subjects', 'opportunities', 'applications', 'placements', 'documents', 'hours', 'match_runs', 'record_entries', 'partners', 'slots', 'seats', 'commands', 'audit', 'seals',
        'outbox', 'inbox']
    LOOP
        EXECUTE format('ALTER TABLE pathways_%s ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE pathways_%s FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format(
            'CREATE POLICY pathways_tenant ON pathways_%s USING (tenant = nullif(current_setting(''pathways.tenant'', true), ''''))'
            ' WITH CHECK (tenant = nullif(current_setting(''pathways.tenant'', true), ''''))', kept);
    END LOOP;
END
$$;
