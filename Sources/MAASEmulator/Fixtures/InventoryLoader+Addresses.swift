import Addresses
import Formats
import MAASRegion
import SQLite

/// Names, and addresses that no machine has.
extension InventoryLoader {
    func addStaticRoute(_ value: FixtureValue) throws {
        let object = try value.object(.staticRoute)
        func subnet(_ key: String) throws -> Subnet {
            let name = try object.text(key)
            let found = try Subnet.find(db, cidr: name) ?? Subnet.all(db, name: name).first
            guard let found else {
                throw declared.missing(name, among: "subnets", at: object.place(key), "there is no subnet \(name)")
            }
            return found
        }
        let (source, destination) = (try subnet("source"), try subnet("destination"))
        guard source.id != destination.id else {
            throw FixtureError(path: object.place("destination"), reason: "is the source itself")
        }
        let gateway = try object.optionalAddress("gateway_ip", in: IPNetwork(source.cidr))
        let id = try StaticRoute.insert(
            db,
            StaticRoute.Values(
                sourceID: source.id, destinationID: destination.id, gatewayIP: gateway?.description ?? "",
                metric: try object.integer("metric", default: 0)))
        try give(StaticRoute.table, id, object)
    }

    func addReservedIP(_ value: FixtureValue) throws {
        let object = try value.object(.reservedIP)
        let place = object.place("ip")
        guard let address = try object.optionalAddress("ip"), let subnet = try subnet(object, of: address) else {
            throw FixtureError(path: place, reason: "is in no subnet")
        }
        _ = try object.optionalAddress("ip", in: IPNetwork(subnet.cidr))
        if let other = try ReservedIP.find(db, ip: address) {
            throw FixtureError(path: place, reason: "\(address) is kept for \(other.macAddress) already")
        }
        let id = try ReservedIP.insert(
            db, ip: address, subnetID: subnet.id, macAddress: try object.optionalMAC("mac_address") ?? "",
            comment: try object.text("comment", default: ""))
        try give(ReservedIP.table, id, object)
    }

    /// An address that a user has set aside, for a MAC address where there is one.
    func addHeldAddress(_ value: FixtureValue) throws {
        let object = try value.object(.heldAddress)
        let place = object.place("ip")
        guard let address = try object.optionalAddress("ip"), let subnet = try subnet(object, of: address) else {
            throw FixtureError(path: place, reason: "is in no subnet")
        }
        let user = try userID(object, "user") ?? administrator()
        let row: Int
        if let mac = try object.optionalMAC("mac_address") {
            row = try HeldAddress.reserve(state, address, in: subnet, for: user, mac: mac)
        } else {
            row = try HeldAddress.reserve(state, address, in: subnet, for: user)
        }
        if let wanted = try object.optionalInteger("id", FixtureValue.ids), wanted != row {
            try HeldAddress.renumber(db, row, to: wanted)
        }
    }

    /// Whose everything is that the fixture gives to nobody.
    func administrator() throws -> Int {
        try User.administrator(db)?.id ?? User.find(db, username: "MAAS")?.id ?? 1
    }

    /// A name with its addresses and records.
    func addDNSResource(_ value: FixtureValue) throws {
        let object = try value.object(.dnsResource)
        let name = try object.text("name")
        if let message = DNSName.excess(name) { throw FixtureError(path: object.place("name"), reason: message) }
        let domain = try domainID(object)
        if try DNSResource.find(db, name: name, domain: domain) != nil {
            throw FixtureError(path: object.place("name"), reason: "\(name) is there twice")
        }
        let addresses = try object.list("ip_addresses")
        if !addresses.isEmpty, !DNSName.isHost(name) {
            throw FixtureError(path: object.place("name"), reason: "\(name) cannot have addresses")
        }
        let made = try DNSResource.insert(
            db, name: name, domain: domain, addressTTL: try object.optionalInteger("address_ttl"))
        try give("dns_resources", made, object)
        let id = try DNSResource.find(db, name: name, domain: domain)?.id ?? made
        let user = try userID(object, "user") ?? administrator()
        let rows = try addresses.map { value in
            guard let address = IPAddress(try value.text()) else { throw value.error("is no IP address") }
            return try HeldAddress.named(state, address, for: user)
        }
        try DNSResource.setAddresses(db, of: id, rows)
        for value in try object.list("records") { try guarded(value) { try addRecord($0, to: id) } }
    }

    private func addRecord(_ value: FixtureValue, to resource: Int) throws {
        let object = try value.object(.dnsRecord)
        let (type, data) = (try object.text("rrtype"), try object.text("rrdata"))
        if let problem = DNSRecordData.problem(type, data) {
            throw FixtureError(path: object.place("rrdata"), reason: problem)
        }
        let id = try DNSRecord.insert(
            db, resource: resource, rrtype: type, rrdata: data, ttl: try object.optionalInteger("ttl"))
        try give("dns_records", id, object)
    }

    /// A device, with its interfaces.
    func addDevice(_ value: FixtureValue) throws {
        var object = try value.object(.device)
        var parent: Int?
        if let name = try object.optionalText("parent") {
            parent = try Node.id(db, named: name)
            if parent == nil {
                throw declared.missing(name, among: "machines", at: object.place("parent"), "there is no node \(name)")
            }
        }
        let id = try Node.create(
            state,
            NewDevice(
                hostname: try object.text("hostname"), description: try object.text("description", default: ""),
                domainID: try domainID(object), zoneID: try zoneID(object), parentID: parent,
                ownerID: try userID(object, "owner") ?? administrator(), macAddresses: []))
        if let systemID = try object.optionalText("system_id") {
            try db.update("nodes", id: id, ["system_id": systemID])
        }
        try addTags(object, node: id)
        for (key, annotation) in try object["owner_data"]?.dictionary() ?? [] {
            try OwnerData.set(db, node: id, key: key, value: try annotation.text())
        }
        if !object.says("interfaces") { object.members["interfaces"] = MachineDefaults.interfaces }
        try addInterfaces(object, node: id, MachineDefaults.Networks.ofDevice)
    }
}
