import RegionTesting
import Testing

@testable import MAASRegion

/// The disks of many nodes read at once.
@Suite struct NodeStorageTests {
    private func summary(_ storage: NodeStorage) -> [String] {
        storage.devices.map { device in
            "\(device.id) \(device.fullName) \(device.usedFor) \(device.availableSize) "
                + device.partitions.map { "\($0.id) \($0.name) \($0.usedFor)" }.joined(separator: ", ")
        } + storage.groups.map { "\($0.id) \($0.name) \($0.size) \($0.parts.map(\.filesystem.id))" }
            + storage.cacheSets.map { "\($0.id) \($0.name)" } + storage.special.map { "\($0.id)" }
            + storage.filesystems.map { "\($0.id) \($0.fstype)" }
    }

    @Test func togetherTheyAreWhatTheyAreAlone() throws {
        let maas = try TestRegion()
        for (name, layout) in [("node02", "lvm"), ("node04", "bcache"), ("node01", "vmfs6")] {
            let machine = "machines/\(try maas.systemID(name))/"
            try maas.post("nodes/\(try maas.systemID(name))/blockdevices/sdb/", op: "add_tag", ["tag": "ssd"])
            #expect(try maas.post(machine, op: "set_storage_layout", ["storage_layout": layout]).status == 200)
            try maas.post(machine, op: "mount_special", ["fstype": "tmpfs", "mount_point": "/tmp"])
        }
        try maas.region.withState { state in
            let nodes = try Node.all(state.db, .machine)
            let all = try NodeStorage.all(state.db, nodes: nodes)
            #expect(all.count == nodes.count)
            for node in nodes {
                let together = try #require(all[node.id])
                let alone = try NodeStorage(state.db, node: node)
                #expect(summary(together) == summary(alone), "\(node.hostname)")
            }
            #expect(all.values.contains { $0.groups.contains { $0.kind == .bcache } })
            #expect(try NodeStorage.all(state.db, nodes: []).isEmpty)
        }
    }

    @Test func anUnknownKindOfGroupIsAnErrorOfTheDatabase() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        try maas.region.withState { state in
            try state.db.execute("PRAGMA ignore_check_constraints = ON")
            try state.db.execute("UPDATE block_devices SET type = 'odd'")
            let found = try #require(try Node.find(state.db, systemID: node))
            #expect(throws: (any Error).self) { _ = try NodeStorage(state.db, node: found) }
            try state.db.execute("UPDATE block_devices SET type = 'physical'")
        }
    }
}
