import SQLite

/// Copies a machine's storage and networks onto another (MAAS: `Node.set_storage_configuration_from_node` and
/// `set_networking_configuration_from_node`).
struct MachineClone {
    let state: RegionState
    let source: Node
    let destination: Node
    var db: Connection { state.db }

    /// Why a machine cannot take another's configuration.
    struct Mismatch: Error { let reason: String }

    // MARK: Storage

    /// The boot disk of a machine, and its other physical disks in the order of creation.
    private func disks(of node: Node) throws -> (boot: BlockDevice, others: [BlockDevice])? {
        let physical = try BlockDevice.all(db, node: node).filter { $0.type == "physical" }
        guard let boot = physical.first(where: { $0.id == node.bootDiskID }) ?? physical.first else { return nil }
        return (boot, physical.filter { $0.id != boot.id })
    }

    /// Which disk of the destination gets what is on which of the source: the boot disks first, then disks of the same
    /// size and tags, then larger ones with the same tags, then larger ones.
    ///
    /// A destination with more disks than the source is refused, as MAAS refuses it.
    func diskPairs() throws -> [(destination: BlockDevice, source: BlockDevice)] {
        if destination.architecture != source.architecture {
            throw Mismatch(
                reason: "node architectures do not match (\(destination.architecture) != \(source.architecture))")
        }
        if destination.biosBootMethod != source.biosBootMethod {
            let (own, other) = (destination.biosBootMethod ?? "None", source.biosBootMethod ?? "None")
            throw Mismatch(reason: "node boot methods do not match (\(own) != \(other))")
        }
        guard let own = try disks(of: destination) else {
            throw Mismatch(reason: "destination node has no physical block devices")
        }
        guard let other = try disks(of: source) else {
            throw Mismatch(reason: "source node has no physical block devices")
        }
        if own.boot.size < other.boot.size {
            throw Mismatch(
                reason: "destination boot disk(\(own.boot.name)) is smaller than source boot disk(\(other.boot.name))")
        }
        if own.others.count < other.others.count {
            throw Mismatch(
                reason: "source node does not have enough physical block devices "
                    + "(\(own.others.count + 1) < \(other.others.count + 1))")
        }
        var pairs = [(destination: own.boot, source: other.boot)]
        var (free, wanted) = (own.others, other.others)
        let passes: [(BlockDevice, BlockDevice) -> Bool] = [
            { $0.size == $1.size && Set($0.tags) == Set($1.tags) },
            { $0.size >= $1.size && Set($0.tags) == Set($1.tags) },
            { $0.size >= $1.size },
        ]
        for (number, fits) in passes.enumerated() {
            if number > 0 {
                free = free.enumerated().sorted { ($0.1.size, $0.0) < ($1.1.size, $1.0) }.map(\.1)
                wanted = wanted.enumerated().sorted { ($0.1.size, $0.0) < ($1.1.size, $1.0) }.map(\.1)
            }
            for disk in free {
                guard let match = wanted.first(where: { fits(disk, $0) }) else { continue }
                pairs.append((disk, match))
                free.removeAll { $0.id == disk.id }
                wanted.removeAll { $0.id == match.id }
            }
        }
        if !free.isEmpty {
            throw Mismatch(
                reason: "\(free.count) destination node physical block devices do not match the source nodes physical "
                    + "block devices")
        }
        return pairs
    }

    /// Replaces what is on the destination's disks.
    func copyStorage() throws {
        let pairs = try diskPairs()
        try StorageLayout(state).clear(node: destination.id)
        for (own, other) in pairs {
            try db.update("block_devices", id: own.id, ["partition_table_type": other.partitionTableType])
            try copyFilesystems(where: "block_device_id = ?", of: other.id, device: own.id, partition: nil)
            for partition in other.partitions {
                let copy = try db.insert(
                    into: "partitions",
                    [
                        "block_device_id": own.id, "uuid": try state.random.uuid(), "size": partition.size,
                        "bootable": partition.bootable,
                        "tags": JSONValue.array(partition.tags.map(JSONValue.string)).text,
                    ])
                try copyFilesystems(where: "partition_id = ?", of: partition.id, device: nil, partition: copy)
            }
        }
        try copyFilesystems(
            where: "node_id = ? AND block_device_id IS NULL AND partition_id IS NULL", of: source.id, device: nil,
            partition: nil)
    }

    /// Copies file systems that were not made for the source's present user.
    private func copyFilesystems(where condition: String, of id: Int, device: Int?, partition: Int?) throws {
        let originals = try db.query(
            "SELECT * FROM filesystems WHERE \(condition) AND acquired = 0 ORDER BY id", id, row: Filesystem.init)
        for original in originals {
            try db.insert(
                into: "filesystems",
                [
                    "node_id": destination.id, "block_device_id": device, "partition_id": partition,
                    "uuid": try state.random.uuid(), "fstype": original.fstype, "label": original.label,
                    "mount_point": original.mountPoint, "mount_options": original.mountOptions,
                ])
        }
    }

    // MARK: Networks

    /// The physical interfaces of the same names.
    func interfacePairs() throws -> [(destination: Interface, source: Interface)] {
        let own = try Interface.all(db, node: destination.id).filter { $0.type == "physical" }
        let others = try Interface.all(db, node: source.id).filter { $0.type == "physical" }
        let missing = others.filter { other in !own.contains { $0.name == other.name } }.map(\.name)
        if !missing.isEmpty {
            throw Mismatch(
                reason: "destination node physical interfaces do not match the source nodes physical interfaces: "
                    + missing.joined(separator: ", "))
        }
        return others.compactMap { other in own.first { $0.name == other.name }.map { ($0, other) } }
    }

    /// Links the destination's interfaces as the source's are, with other addresses, and makes its bonds, bridges and
    /// VLAN interfaces anew, from the bottom up.
    func copyNetworks() throws {
        let pairs = try interfacePairs()
        try db.update("nodes", id: destination.id, ["gateway_link_ipv4_id": nil, "gateway_link_ipv6_id": nil])
        for interface in try Interface.all(db, node: destination.id) { try interface.clearLinks(db) }
        var copies: [Int: Int] = [:]
        for (own, other) in pairs {
            try configure(own.id, as: other)
            copies[other.id] = own.id
        }
        var waiting = try Interface.all(db, node: source.id).filter { $0.type != "physical" }
        while !waiting.isEmpty {
            let ready = try waiting.filter { other in
                try Interface.parents(db, of: other.id).allSatisfy { copies[$0.id] != nil }
            }
            if ready.isEmpty { throw APIError.unexpected("Copying the next layer of interfaces has failed.") }
            for other in ready {
                let parents = try Interface.parents(db, of: other.id).compactMap { copies[$0.id] }
                copies[other.id] = try add(other, on: parents)
            }
            waiting.removeAll { copies[$0.id] != nil }
        }
    }

    private func configure(_ id: Int, as other: Interface) throws {
        guard var own = try Interface.find(db, id: id) else { return }
        own.vlanID = other.vlanID
        own.params = other.params
        own.enabled = other.enabled
        own.acquired = other.acquired
        try own.save(state)
        for link in try Link.all(db, interface: other.id) where link.type != .discovered {
            var address: IPAddress?
            if link.ip != nil, link.type != .dhcp {
                guard let subnet = try link.subnetID.flatMap({ try Subnet.find(db, id: $0) }) else {
                    throw APIError.unexpected("Could not find an appropriate subnet.")
                }
                address = try SubnetUsage(db, subnet).nextFree()
            }
            try Link.add(
                state, interface: id, link.type, ip: address?.description, subnet: link.subnetID, user: link.userID)
        }
    }

    /// Makes an interface like another of the source's; its MAC address is that of the first one below it.
    private func add(_ other: Interface, on parents: [Int]) throws -> Int {
        let taken: Int? = try db.scalar(
            "SELECT id FROM interfaces WHERE node_id = ? AND name = ?", destination.id, other.name)
        if taken != nil {
            throw APIError.invalid(
                "__all__", "Interface with this Node config and Name already exists.", fromModel: true)
        }
        let mac = try parents.first.flatMap { try Interface.find(db, id: $0)?.macAddress }
        let id = try db.insert(
            into: "interfaces",
            [
                "node_id": destination.id, "name": other.name, "type": other.type, "mac_address": mac,
                "vlan_id": other.vlanID, "enabled": other.enabled, "acquired": other.acquired,
                "link_connected": other.linkConnected, "interface_speed": other.interfaceSpeed,
                "link_speed": other.linkSpeed, "tags": JSONValue.array(other.tags.map(JSONValue.string)).text,
                "params": other.params.text, "vendor": other.vendor, "product": other.product,
                "firmware_version": other.firmwareVersion,
            ])
        for parent in parents { try db.insert(into: "interface_parents", ["child_id": id, "parent_id": parent]) }
        try configure(id, as: other)
        return id
    }
}
