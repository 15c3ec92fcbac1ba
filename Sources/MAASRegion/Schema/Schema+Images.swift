extension Schema {
    /// Images by sets of files, whose content is hashed and not kept; sources with what they offer.
    static let images = """
        ALTER TABLE boot_resources ADD COLUMN alias TEXT;
        ALTER TABLE boot_resources ADD COLUMN base_image TEXT NOT NULL DEFAULT '';
        ALTER TABLE boot_resources ADD COLUMN bootloader_type TEXT;
        -- Counts changes: MAAS lists images as its database does, the one that was changed last at the end.
        ALTER TABLE boot_resources ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
        UPDATE boot_resources SET touched = id, base_image = COALESCE(json_extract(extra, '$.base_image'), ''),
            extra = json_remove(
                CASE WHEN subarches = '' THEN extra ELSE json_set(extra, '$.subarches', subarches) END, '$.base_image');
        ALTER TABLE boot_resources DROP COLUMN subarches;
        CREATE TRIGGER boot_resources_inserted AFTER INSERT ON boot_resources BEGIN
            UPDATE boot_resources SET touched = (SELECT MAX(touched) + 1 FROM boot_resources) WHERE id = NEW.id;
        END;
        CREATE TRIGGER boot_resources_updated AFTER UPDATE OF name, alias, base_image, extra, last_deployed, kflavor,
            bootloader_type ON boot_resources BEGIN
            UPDATE boot_resources SET touched = (SELECT MAX(touched) + 1 FROM boot_resources) WHERE id = NEW.id;
        END;
        CREATE TABLE boot_resource_sets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            boot_resource_id INTEGER NOT NULL REFERENCES boot_resources ON DELETE CASCADE,
            version TEXT NOT NULL,
            label TEXT NOT NULL,
            UNIQUE (boot_resource_id, version)
        ) STRICT;
        INSERT INTO boot_resource_sets (boot_resource_id, version, label)
            SELECT boot_resource_id, version, MIN(label) FROM boot_resource_files
            GROUP BY boot_resource_id, version ORDER BY MIN(id);
        CREATE TABLE boot_resource_contents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            set_id INTEGER NOT NULL REFERENCES boot_resource_sets ON DELETE CASCADE,
            filename TEXT NOT NULL,
            filetype TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            filename_on_disk TEXT NOT NULL,
            -- bytes
            size INTEGER NOT NULL,
            -- bytes that have come; what was under way when this step was taken begins anew
            received INTEGER NOT NULL DEFAULT 0,
            -- the hash of these bytes as far as it is, while they come
            hash_state BLOB
        ) STRICT;
        INSERT INTO boot_resource_contents (id, set_id, filename, filetype, sha256, filename_on_disk, size, received)
            SELECT files.id, sets.id, filename, filetype, sha256, substr(sha256, 1, 7), size,
                CASE WHEN is_complete THEN size ELSE 0 END
            FROM boot_resource_files AS files JOIN boot_resource_sets AS sets
                ON sets.boot_resource_id = files.boot_resource_id AND sets.version = files.version;
        DROP TABLE boot_resource_files;
        ALTER TABLE boot_resource_contents RENAME TO boot_resource_files;
        CREATE INDEX boot_resource_files_set ON boot_resource_files (set_id);
        CREATE INDEX boot_resource_files_sha256 ON boot_resource_files (sha256);
        -- What streams offer where the inventory says so; kernels is a JSON list.
        CREATE TABLE image_products (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            os TEXT NOT NULL,
            release TEXT NOT NULL,
            version TEXT,
            title TEXT,
            arch TEXT NOT NULL,
            label TEXT NOT NULL,
            kernels TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        -- The names that the region has seen in its sources.
        CREATE TABLE boot_source_cache (
            boot_source_id INTEGER NOT NULL REFERENCES boot_sources ON DELETE CASCADE,
            os TEXT NOT NULL,
            release TEXT NOT NULL,
            PRIMARY KEY (boot_source_id, os, release)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX boot_source_selections_release ON boot_source_selections (boot_source_id, os, release);
        """
}
