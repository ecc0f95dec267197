-- Everything that a store keeps. Every key begins with the tenant; texts are compared byte by byte.
-- What a table selects by is in columns of its own; the whole thing is in "value", as JSON.

CREATE TABLE pathways_schema (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL
) STRICT;

-- One row for every name that was ever used: how a thing or a student stands, and how far the chain of its audit lines has come.
CREATE TABLE pathways_subjects (
    tenant TEXT NOT NULL,
    subject TEXT NOT NULL,
    version INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0,
    student TEXT,
    audit_number INTEGER NOT NULL DEFAULT 0,
    audit_hash TEXT,
    sealed_number INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX pathways_subjects_grown ON pathways_subjects (tenant, subject) WHERE audit_number > sealed_number;

CREATE TABLE pathways_opportunities (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    partner TEXT NOT NULL,
    season TEXT,
    state TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_opportunities_partner ON pathways_opportunities (tenant, partner, id);
CREATE INDEX pathways_opportunities_season ON pathways_opportunities (tenant, season, id);

CREATE TABLE pathways_applications (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    student TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    state TEXT NOT NULL,
    offer_expires INTEGER,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_applications_student ON pathways_applications (tenant, student, id);
CREATE INDEX pathways_applications_opportunity ON pathways_applications (tenant, opportunity, id);
CREATE INDEX pathways_applications_expiry ON pathways_applications (tenant, offer_expires) WHERE state = 'Offered';

CREATE TABLE pathways_placements (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    student TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    supervisor TEXT,
    coordinator TEXT,
    group_id TEXT,
    state TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    is_occupying INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_placements_student ON pathways_placements (tenant, student, id);
CREATE INDEX pathways_placements_opportunity ON pathways_placements (tenant, opportunity, id);
CREATE INDEX pathways_placements_supervisor ON pathways_placements (tenant, supervisor, id);
CREATE INDEX pathways_placements_coordinator ON pathways_placements (tenant, coordinator, id);
CREATE INDEX pathways_placements_group ON pathways_placements (tenant, group_id, id);

CREATE TABLE pathways_documents (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    placement TEXT NOT NULL,
    student TEXT NOT NULL,
    state TEXT NOT NULL,
    last_day TEXT,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_documents_placement ON pathways_documents (tenant, placement, id);
CREATE INDEX pathways_documents_student ON pathways_documents (tenant, student, id);
CREATE INDEX pathways_documents_last_day ON pathways_documents (tenant, last_day);

CREATE TABLE pathways_hours (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    placement TEXT NOT NULL,
    student TEXT NOT NULL,
    work_day TEXT NOT NULL,
    state TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_hours_placement ON pathways_hours (tenant, placement, id);
CREATE INDEX pathways_hours_student ON pathways_hours (tenant, student, id);

CREATE TABLE pathways_match_runs (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    follows TEXT,
    state TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX pathways_match_runs_follows ON pathways_match_runs (tenant, follows, id);

CREATE TABLE pathways_record_entries (
    tenant TEXT NOT NULL,
    student TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    entry_day TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, student, id)
) STRICT;

CREATE TABLE pathways_partners (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    vetted_until TEXT,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;

-- How many seats an opportunity has, and how many of them are taken; who has them is in the table after.
CREATE TABLE pathways_slots (
    tenant TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (tenant, opportunity),
    CHECK (taken >= 0 AND taken <= capacity)
) STRICT, WITHOUT ROWID;

CREATE TABLE pathways_seats (
    tenant TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    holder TEXT NOT NULL,
    is_filled INTEGER NOT NULL,
    held_until TEXT,
    PRIMARY KEY (tenant, opportunity, holder)
) STRICT, WITHOUT ROWID;

-- Requests that were carried out, so that a repetition has no effect.
CREATE TABLE pathways_commands (
    tenant TEXT NOT NULL,
    command_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    decided_at INTEGER,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, command_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX pathways_commands_decided ON pathways_commands (tenant, decided_at);

-- The audit log: never changed, never shortened. Every column is under the link.
CREATE TABLE pathways_audit (
    tenant TEXT NOT NULL,
    subject TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    trigger_name TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    by_id TEXT NOT NULL,
    by_role TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT,
    rule TEXT,
    about TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE pathways_seals (
    tenant TEXT NOT NULL,
    number INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, number)
) STRICT;

-- Events that nobody took yet. A position is never used twice.
CREATE TABLE pathways_outbox (
    position INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE INDEX pathways_outbox_tenant ON pathways_outbox (tenant, position);

CREATE TABLE pathways_inbox (
    tenant TEXT NOT NULL,
    source TEXT NOT NULL,
    message_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, source, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pathways_inbox_received ON pathways_inbox (tenant, received_at);
