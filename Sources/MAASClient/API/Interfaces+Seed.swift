extension Interfaces {
    /// Adds a NIC that MAAS has not seen by itself.
    /// - Parameters:
    ///   - macAddress: in any spelling that MAAS takes; no other node may have it.
    ///   - name: `nil` lets MAAS count: `eth0`, `eth1`, …
    ///   - vlan: the VLAN's id, not its VID; `nil` leaves the NIC disconnected.
    @discardableResult
    public func createPhysical(macAddress: String, name: String? = nil, vlan: Int? = nil) async throws -> Interface {
        try await createPhysical(PhysicalInterfaceCreation(macAddress: macAddress, name: name, vlan: vlan))
    }

    /// Puts a bridge on top of an interface. The links of the parent go to it on an allocated machine, and are lost
    /// on one that is not.
    @discardableResult
    public func createBridge(
        name: String, parent: Int, type: String? = nil, stp: Bool? = nil, forwardDelay: Int? = nil
    ) async throws -> Interface {
        try await createBridge(
            BridgeCreation(name: name, parent: parent, bridgeType: type, bridgeSTP: stp, bridgeFD: forwardDelay))
    }

    /// Puts a tagged VLAN on top of an interface; MAAS names it `<parent>.<vid>`.
    /// - Parameters:
    ///   - parent: the id of a physical interface, a bond or a bridge.
    ///   - vlan: the VLAN's id, not its VID.
    @discardableResult
    public func createVLAN(parent: Int, vlan: Int) async throws -> Interface {
        try await createVLAN(VLANInterfaceCreation(parent: parent, vlan: vlan))
    }

    /// Joins several interfaces into one.
    /// - Parameters:
    ///   - name: new on this node, such as `bond0`.
    ///   - parents: the ids of physical interfaces in one VLAN.
    ///   - mode: such as `active-backup` or `802.3ad`; `nil` is MAAS's default, `balance-rr`.
    @discardableResult
    public func createBond(name: String, parents: [Int], mode: String? = nil) async throws -> Interface {
        try await createBond(BondCreation(name: name, parents: parents, bondMode: mode))
    }

    /// Gives an interface exactly one fixed address, as the real clients do: every link goes, then one is made.
    /// - Returns: the interface as it is then.
    @discardableResult
    public func setStaticIP(_ address: String, subnet: Int, on interface: Int, defaultGateway: Bool = false)
        async throws
        -> Interface
    {
        let resource = self.interface(interface)
        for link in try await resource.get().links { try await resource.unlinkSubnet(link.id) }
        return try await resource.linkSubnet(
            .static, subnet: subnet, ipAddress: address, defaultGateway: defaultGateway)
    }
}

extension InterfaceResource {
    /// Changes fields, by MAAS's names: `name`, `vlan` (an id; empty disconnects), `mtu`, `tags`, …
    @discardableResult
    public func update(_ params: Params) async throws -> Interface {
        try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Adds a link.
    /// - Parameters:
    ///   - mode: how the address comes about.
    ///   - subnet: its id; needed for `auto` and `static`.
    ///   - ipAddress: for `static`; without it MAAS picks a free one.
    ///   - defaultGateway: make the subnet's gateway the node's default one; for `auto` and `static`.
    ///   - force: drop every other link first.
    @discardableResult
    public func linkSubnet(
        _ mode: LinkMode, subnet: Int? = nil, ipAddress: String? = nil, defaultGateway: Bool = false,
        force: Bool = false
    ) async throws -> Interface {
        try await linkSubnet(
            SubnetLink(
                mode: mode, subnet: subnet, ipAddress: ipAddress, defaultGateway: defaultGateway ? true : nil,
                force: force ? true : nil))
    }
}
