import SQLite

/// Carries a VM that a hypervisor just made into the region, as a machine (`Pod.create_machine`).
struct ComposedMachine {
    /// Smaller disks MAAS does not record, and refuses where no commissioning would find them later; bytes.
    static let smallestDisk = 4 << 20

    package let state: RegionState
    package let host: VMHost
    package let instance: HardwareInstance
    package let nics: [RequestedInterface]
    let keepsNetwork: Bool
    package let domainID: Int
    package let zoneID: Int
    package let poolID: Int
    package let architecture: String
    private var db: Connection { state.db }

    init(
        _ state: RegionState, host: VMHost, request: ComposeRequest, instance: HardwareInstance,
        nics: [RequestedInterface]
    ) {
        self.state = state
        self.host = host
        self.instance = instance
        self.nics = nics
        keepsNetwork = request.interfaces != nil
        domainID = request.domainID
        zoneID = request.zoneID
        poolID = request.poolID
        architecture = request.architecture
    }

    /// A VM that discovery found in the project that the host tracks.
    init(_ state: RegionState, host: VMHost, discovered instance: HardwareInstance) throws {
        self.state = state
        self.host = host
        self.instance = instance
        let known = try host.hostNode(state.db).map { try HostInterface.all(state.db, node: $0, of: host.type) } ?? []
        nics = instance.nics.enumerated().map { index, nic in
            RequestedInterface(name: "eth\(index)", host: known.first { $0.attachName == nic.attachName })
        }
        keepsNetwork = false
        domainID = try Domain.standard(state.db)?.id ?? 0
        zoneID = host.zoneID
        poolID = host.poolID
        architecture = host.architectures.first ?? "amd64/generic"
    }

    /// Makes the machine.
    package func create(isDynamic: Bool, skipCommissioning: Bool, for user: User) throws -> Node {
        let isLXD = host.type == .lxd
        let disks = try recordedDisks(skipCommissioning: skipCommissioning)
        let hardware = try HardwareHost.find(db, powerAddress: host.powerAddress, type: host.type)
        var machine = NewMachine(hostname: try hostname(), domainID: domainID)
        machine.status = skipCommissioning ? .ready : .new
        machine.zoneID = zoneID
        machine.poolID = poolID
        machine.parentID = try host.hostNode(db)
        machine.architecture = architecture
        machine.cpuCount = instance.cores
        machine.cpuSpeed = hardware?.cpuSpeed ?? 0
        machine.memory = instance.memory
        machine.powerState = instance.power
        machine.bmcID = host.id
        machine.instanceParameters =
            isLXD
            ? ["instance_name": .string(instance.name), "project": .string(instance.project)]
            : ["power_id": .string(instance.name)]
        machine.biosBootMethod = isLXD ? "uefi" : nil
        machine.isDynamic = isDynamic
        machine.disks = disks.enumerated().map { Self.disk($1, at: $0, isLXD: isLXD, hardware) }
        machine.nics = try zip(instance.nics, nics).enumerated().map { index, pair in
            let (nic, requested) = pair
            return NewMachine.NIC(
                name: requested.name, macAddress: nic.mac, vlanID: try vlan(of: requested, isFirst: index == 0))
        }
        let node = try Node.create(state, machine)
        for tag in host.tags { try Tag.attach(db, tag: Tag.ensure(db, name: tag), node: node.id) }
        var known = instance
        known.disks = disks
        try VirtualMachine.connect(known, host: host.id, machine: node.id, db)
        if skipCommissioning { try StorageLayout(state, node: node.id).applyDefault() }
        try configureNetwork(of: node, skipCommissioning: skipCommissioning)
        if !skipCommissioning, var life = try MachineLife(state, node: node.id) {
            try life.commission(user, CommissioningOptions(skipNetworking: keepsNetwork))
        }
        return try Node.find(db, id: node.id) ?? node
    }

    /// The name of the VM where it can be a machine's and is nobody's, else a random one.
    private func hostname() throws -> String {
        let scalars = instance.name.unicodeScalars
        let isLetter = { (scalar: Unicode.Scalar) in ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        let isProper =
            scalars.count > 1 && scalars.first.map(isLetter) ?? false
            && scalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" }
        return try isProper && !Node.hasHostname(db, instance.name) ? instance.name : try Node.unusedHostname(state)
    }

    private func recordedDisks(skipCommissioning: Bool) throws -> [HardwareInstance.Disk] {
        let recorded = instance.disks.filter { $0.size >= Self.smallestDisk }
        if skipCommissioning, recorded.count < instance.disks.count {
            throw Refusal.field(
                "size", "Ensure this value is greater than or equal to \(Self.smallestDisk).", by: .model)
        }
        return recorded
    }

    private static func disk(
        _ disk: HardwareInstance.Disk, at index: Int, isLXD: Bool, _ hardware: HardwareHost?
    ) -> NewMachine.Disk {
        let letters = name(index)
        let serial = "lxd_\(disk.label)"
        let path =
            hardware?.diskPath?.replacing("{label}", with: disk.label)
            ?? (isLXD ? "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_\(serial)" : "/dev/vd\(letters)")
        return NewMachine.Disk(
            name: "sd\(letters)", size: disk.size, model: isLXD ? "QEMU HARDDISK" : "", serial: isLXD ? serial : "",
            idPath: path, tags: disk.tags, storagePool: disk.pool)
    }

    /// a, b, …, z, aa, ab, …
    package static func name(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? letter : name(index / 26 - 1) + letter
    }

    /// The VLAN of an interface: what the hypervisor attached it to, else, for the first one, where DHCP is.
    private func vlan(of nic: RequestedInterface, isFirst: Bool) throws -> Int? {
        try nic.host?.vlanID ?? (isFirst ? Self.bootVLAN(db) : nil)
    }

    /// Links of the interfaces, which are on their VLANs.
    private func configureNetwork(of node: Node, skipCommissioning: Bool) throws {
        let interfaces = try Interface.all(db, node: node.id)
        for (interface, nic) in zip(interfaces, nics) {
            // Commissioning clears the links of machines whose interfaces nobody asked for.
            guard skipCommissioning || keepsNetwork else { continue }
            guard nic.addresses.isEmpty else {
                for address in nic.addresses { try Link.claim(state, address, interface: interface.id) }
                continue
            }
            guard let vlan = interface.vlanID else { continue }
            try Interface.addDefaultLink(state, interface: interface.id, vlan: vlan)
        }
        for (interface, nic) in zip(interfaces, nics) where nic.isUnconfigured {
            for link in try Link.all(db, interface: interface.id) {
                try db.execute(
                    "UPDATE ip_addresses SET alloc_type = ?, ip = NULL WHERE id = ?",
                    Link.AllocationType.sticky.rawValue, link.id)
            }
        }
    }

    /// The first VLAN with DHCP, else the default fabric's untagged one.
    private static func bootVLAN(_ db: Connection) throws -> Int? {
        if let vlan: Int = try db.scalar("SELECT id FROM vlans WHERE dhcp_on = 1 ORDER BY id LIMIT 1") { return vlan }
        return try db.scalar("SELECT id FROM vlans WHERE vid = 0 ORDER BY fabric_id LIMIT 1")
    }
}

extension VirtualMachine {
    /// Ties a VM to its machine, recording it where it is not known yet.
    package static func connect(_ instance: HardwareInstance, host: Int, machine: Int, _ db: Connection) throws {
        let known: Int? = try db.scalar(
            "SELECT id FROM virtual_machines WHERE vm_host_id = ? AND project = ? AND identifier = ?", host,
            instance.project, instance.name)
        if let known {
            try db.execute("UPDATE virtual_machines SET machine_id = ? WHERE id = ?", machine, known)
        } else {
            try record(instance, host: host, machine: machine, db)
        }
    }
}
