import SQLite

/// What switching a machine on can be told (`PowerMixin.power_on`).
package struct StartOptions {
    package var comment: String?
    /// For cloud-init.
    package var userData: String?
    /// Installs libvirt, and makes the machine a VM host.
    package var installsKVM = false
    /// Installs LXD, and makes the machine a VM host.
    package var registersVMHost = false
    /// The bridges of a machine that becomes a VM host.
    package var bridges = BridgeOptions(forwardDelay: 15)

    package init() {}
}

extension MachineLife {
    /// Switches the machine on (MAAS's `start`); an allocated one is thereby deployed.
    package mutating func start(_ user: User, _ options: StartOptions) throws {
        if options.installsKVM { try update(["install_kvm": true]) }
        if options.registersVMHost { try update(["register_vmhost": true]) }
        if node.status == .allocated {
            if try node.installsVMHost(db) { try node.addAcquiredBridges(state, options.bridges) }
            try startDeployment(user, comment: options.comment, userData: options.userData)
            return
        }
        try checkAddressFamily()
        try request("User powering up node", user, options.comment, action: "start")
        try requireImages()
        if let userData = options.userData { try update(["user_data": userData]) }
        if node.status == .deployed, node.ephemeralDeploy {
            // What runs from memory is deployed anew, without leaving its status.
            try checkNetwork()
            try event("Deploying")
        }
        try claimAddressesForScripts()
        try powerOn()
    }

    /// A machine needs an address of a family that its rack controller has, when it boots from one.
    func checkAddressFamily() throws {
        guard let rack = try node.bootRack(db) else { return }
        let cidrs: [String] = try db.query(
            """
            SELECT cidr FROM subnets JOIN ip_addresses ON subnet_id = subnets.id
            JOIN interface_addresses ON ip_address_id = ip_addresses.id
            JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ? AND alloc_type <> ?
            """, node.id, Link.AllocationType.discovered.rawValue
        ) { try $0[0] }
        let racks: [String] = try db.query(
            """
            SELECT cidr FROM subnets JOIN ip_addresses ON subnet_id = subnets.id
            JOIN interface_addresses ON ip_address_id = ip_addresses.id
            JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ?
            """, rack
        ) { try $0[0] }
        let families = Set(cidrs.map { $0.contains(":") })
        guard families.isDisjoint(with: racks.map { $0.contains(":") }) else { return }
        let leased: Int =
            try db.scalar(
                """
                SELECT COUNT(*) FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
                JOIN interfaces ON interfaces.id = interface_id
                WHERE node_id = ? AND alloc_type = ? AND subnet_id IS NULL
                """, node.id, Link.AllocationType.dhcp.rawValue) ?? 0
        guard leased == 0 else { return }
        throw Refusal.field("network", "Node has no address family in common with the server", by: .model)
    }

    /// A machine that is deployed must be in a subnet (`Node.on_network`).
    func checkNetwork() throws {
        let links = try Interface.all(db, node: node.id).flatMap { try Link.all(db, interface: $0.id) }
        guard links.contains(where: { $0.mode != "link_up" && $0.subnetID != nil && $0.type != .discovered }) else {
            throw Refusal.field("network", "Node must be configured to use a network", by: .model)
        }
    }

    /// Statuses in which a machine that is switched on runs scripts from memory (`COMMISSIONING_LIKE_STATUSES`).
    private static let runsScripts: Set<NodeStatus> = [
        .new, .commissioning, .diskErasing, .enteringRescueMode, .releasing, .rescueMode, .testing,
    ]

    /// Scripts that use the network as it is configured need the addresses of automatic links, right after the answer.
    func claimAddressesForScripts() throws {
        guard Self.runsScripts.contains(node.status) else { return }
        let isNetworkUsed: Bool? = try db.scalar(
            """
            SELECT 1 FROM script_results JOIN scripts ON scripts.id = script_id
            WHERE script_set_id IN (?, ?) AND apply_configured_networking = 1 LIMIT 1
            """, node.commissioningResultID, node.testingResultID)
        if isNetworkUsed == true { try lifecycle.schedule(.claimAddresses, of: node.id) }
    }
}

extension Node {
    /// The interface that it boots from: the one that it last booted from, else its first.
    package func bootInterface(_ db: Connection) throws -> Interface? {
        let interfaces = try Interface.all(db, node: id)
        return interfaces.first { $0.id == bootInterfaceID } ?? interfaces.first
    }

    /// The primary rack of the VLAN that it boots from, where MAAS serves DHCP there
    /// (`get_boot_primary_rack_controller`).
    func bootRack(_ db: Connection) throws -> Int? {
        guard let vlan = try bootInterface(db)?.vlanID.flatMap({ try VLAN.find(db, id: $0) }), vlan.dhcpOn else {
            return nil
        }
        return try db.scalar("SELECT primary_rack_id FROM vlans WHERE id = ?", vlan.id)
    }
}
