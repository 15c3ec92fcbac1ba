/// Disks and what is made of them.
extension Schema {
    /// Volume groups, RAIDs, bcaches and datastores; partitions keep their numbers when others go.
    static let storageGroups = """
        CREATE TABLE cache_sets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE filesystem_groups (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            type TEXT NOT NULL
                CHECK (type IN ('lvm-vg', 'raid-0', 'raid-1', 'raid-5', 'raid-6', 'raid-10', 'bcache', 'vmfs6')),
            name TEXT NOT NULL,
            uuid TEXT NOT NULL,
            cache_mode TEXT,
            cache_set_id INTEGER REFERENCES cache_sets ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX filesystem_groups_node ON filesystem_groups (node_id);
        -- The group that provides a virtual device, and the one that a file system makes its place a part of.
        ALTER TABLE block_devices ADD COLUMN group_id INTEGER REFERENCES filesystem_groups ON DELETE CASCADE;
        ALTER TABLE filesystems ADD COLUMN group_id INTEGER REFERENCES filesystem_groups ON DELETE CASCADE;
        ALTER TABLE filesystems ADD COLUMN cache_set_id INTEGER REFERENCES cache_sets ON DELETE CASCADE;
        CREATE INDEX block_devices_group ON block_devices (group_id);
        CREATE INDEX filesystems_group ON filesystems (group_id);
        CREATE INDEX filesystems_node ON filesystems (node_id);
        -- Until now partitions were numbered by their position, from 2 where GRUB of a BIOS has the first.
        ALTER TABLE partitions ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
        -- MAAS lists partitions that were changed after the others, as PostgreSQL does: the how manieth change it was.
        ALTER TABLE partitions ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        UPDATE partitions SET number = (
            SELECT COUNT(*) FROM partitions AS other
            WHERE other.block_device_id = partitions.block_device_id AND other.id <= partitions.id
        ) + (
            SELECT architecture LIKE 'amd64/%' AND bios_boot_method IS NOT 'uefi' AND partition_table_type IS NOT 'MBR'
            FROM block_devices JOIN nodes ON nodes.id = node_id WHERE block_devices.id = block_device_id
        );
        CREATE UNIQUE INDEX partitions_number ON partitions (block_device_id, number);
        """

    /// MAAS lists partitions as PostgreSQL keeps them: in the order in which their rows were last written. A new one so
    /// comes after one that was changed before.
    static let partitionOrder = """
        UPDATE partitions SET changed =
            CASE changed WHEN 0 THEN id ELSE changed + (SELECT MAX(id) FROM partitions) END;
        CREATE INDEX partitions_changed ON partitions (changed);
        CREATE TRIGGER partitions_inserted AFTER INSERT ON partitions BEGIN
            UPDATE partitions SET changed = (SELECT MAX(changed) + 1 FROM partitions) WHERE id = NEW.id;
        END;
        CREATE TRIGGER partitions_updated AFTER UPDATE OF block_device_id, number, uuid, size, bootable, tags ON partitions
        BEGIN
            UPDATE partitions SET changed = (SELECT MAX(changed) + 1 FROM partitions) WHERE id = NEW.id;
        END;
        -- What constraints on the disk that holds the root look for.
        CREATE INDEX filesystems_mount_point ON filesystems (mount_point) WHERE mount_point IS NOT NULL;
        """
}
