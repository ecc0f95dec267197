-- Everything that a store keeps. Every key begins with the tenant; texts are compared byte by byte.
-- What a table selects by is in columns of its own; the whole thing is in "value", as JSON.

CREATE TABLE pathways_schema (
    number integer NOT NULL PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    checksum text COLLATE "C" NOT NULL
);

-- One row for every name that was ever used: how a thing or a student stands, and how far the chain of its audit lines has come.
CREATE TABLE pathways_subjects (
    tenant text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    is_deleted boolean NOT NULL DEFAULT false,
    student text COLLATE "C",
    audit_number integer NOT NULL DEFAULT 0,
    audit_hash text COLLATE "C",
    sealed_number integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, subject)
);
CREATE INDEX pathways_subjects_grown ON pathways_subjects (tenant, subject) WHERE audit_number > sealed_number;

CREATE TABLE pathways_opportunities (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    partner text COLLATE "C" NOT NULL,
    season text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_opportunities_partner ON pathways_opportunities (tenant, partner, id);
CREATE INDEX pathways_opportunities_season ON pathways_opportunities (tenant, season, id);

CREATE TABLE pathways_applications (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    student text COLLATE "C" NOT NULL,
    opportunity text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    offer_expires bigint,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_applications_student ON pathways_applications (tenant, student, id);
CREATE INDEX pathways_applications_opportunity ON pathways_applications (tenant, opportunity, id);
CREATE INDEX pathways_applications_expiry ON pathways_applications (tenant, offer_expires) WHERE state = 'Offered';

CREATE TABLE pathways_placements (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    student text COLLATE "C" NOT NULL,
    opportunity text COLLATE "C" NOT NULL,
    supervisor text COLLATE "C",
    coordinator text COLLATE "C",
    group_id text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    is_occupying boolean NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_placements_student ON pathways_placements (tenant, student, id);
CREATE INDEX pathways_placements_opportunity ON pathways_placements (tenant, opportunity, id);
CREATE INDEX pathways_placements_supervisor ON pathways_placements (tenant, supervisor, id);
CREATE INDEX pathways_placements_coordinator ON pathways_placements (tenant, coordinator, id);
CREATE INDEX pathways_placements_group ON pathways_placements (tenant, group_id, id);

CREATE TABLE pathways_documents (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    placement text COLLATE "C" NOT NULL,
    student text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    last_day date,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_documents_placement ON pathways_documents (tenant, placement, id);
CREATE INDEX pathways_documents_student ON pathways_documents (tenant, student, id);
CREATE INDEX pathways_documents_last_day ON pathways_documents (tenant, last_day);

CREATE TABLE pathways_hours (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    placement text COLLATE "C" NOT NULL,
    student text COLLATE "C" NOT NULL,
    work_day date NOT NULL,
    state text COLLATE "C" NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_hours_placement ON pathways_hours (tenant, placement, id);
CREATE INDEX pathways_hours_student ON pathways_hours (tenant, student, id);

CREATE TABLE pathways_match_runs (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    follows text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pathways_match_runs_follows ON pathways_match_runs (tenant, follows, id);

CREATE TABLE pathways_record_entries (
    tenant text COLLATE "C" NOT NULL,
    student text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    entry_day date NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, student, id)
);

CREATE TABLE pathways_partners (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    vetted_until date,
    value text NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- How many seats an opportunity has, and how many of them are taken; who has them is in the table after.
CREATE TABLE pathways_slots (
    tenant text COLLATE "C" NOT NULL,
    opportunity text COLLATE "C" NOT NULL,
    capacity integer NOT NULL,
    taken integer NOT NULL,
    PRIMARY KEY (tenant, opportunity),
    CHECK (taken >= 0 AND taken <= capacity)
);

CREATE TABLE pathways_seats (
    tenant text COLLATE "C" NOT NULL,
    opportunity text COLLATE "C" NOT NULL,
    holder text COLLATE "C" NOT NULL,
    is_filled boolean NOT NULL,
    held_until text COLLATE "C",
    PRIMARY KEY (tenant, opportunity, holder)
);

-- Requests that were carried out, so that a repetition has no effect.
CREATE TABLE pathways_commands (
    tenant text COLLATE "C" NOT NULL,
    command_key text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    decided_at bigint,
    value text NOT NULL,
    PRIMARY KEY (tenant, command_key)
);
CREATE INDEX pathways_commands_decided ON pathways_commands (tenant, decided_at);

-- The audit log: never changed, never shortened. Every column is under the link.
CREATE TABLE pathways_audit (
    tenant text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    trigger_name text COLLATE "C" NOT NULL,
    from_state text COLLATE "C" NOT NULL,
    to_state text COLLATE "C" NOT NULL,
    by_id text COLLATE "C" NOT NULL,
    by_role text COLLATE "C" NOT NULL,
    at text COLLATE "C" NOT NULL,
    reason text COLLATE "C",
    rule text COLLATE "C",
    about text COLLATE "C",
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, subject, number)
);

CREATE TABLE pathways_seals (
    tenant text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, number)
);

-- Events that nobody took yet. A position is never used twice.
CREATE TABLE pathways_outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text COLLATE "C" NOT NULL,
    value text NOT NULL
);
CREATE INDEX pathways_outbox_tenant ON pathways_outbox (tenant, position);

CREATE TABLE pathways_inbox (
    tenant text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    message_id text COLLATE "C" NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (tenant, source, message_id)
);
CREATE INDEX pathways_inbox_received ON pathways_inbox (tenant, received_at);
