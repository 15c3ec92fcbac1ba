import MAASClient

/// Addresses, routes and names.
extension RegionCapture {
    func staticRoutes() async throws -> [JSON] {
        try await list("static-routes/").map { route in
            var kept = route.keeping(["id", "gateway_ip", "metric"])
            for end in ["source", "destination"] { kept.set(end, route.at("\(end).cidr") ?? .null) }
            return kept
        }
    }

    func reservedIPs() async throws -> [JSON] {
        try await optionalList("reservedips/").map { reserved in
            var kept = reserved.keeping(["id", "ip", "mac_address", "comment"])
            if let cidr = reserved.at("subnet.cidr") { kept.set("subnet", cidr) }
            return kept
        }
    }

    /// What users have set aside; what nodes have is theirs.
    func heldAddresses() async throws -> [JSON] {
        try await list("ipaddresses/", query: ["all": true]).filter { $0["alloc_type_name"]?.text == "User reserved" }
            .map { held in
                var kept = held.keeping(["ip"])
                if let user = held.at("owner.username") { kept.set("user", user) }
                if let cidr = held.at("subnet.cidr") { kept.set("subnet", cidr) }
                let macs = (held["interface_set"]?.elements ?? []).compactMap { $0["mac_address"] }
                if let mac = macs.first { kept.set("mac_address", mac) }
                return kept
            }
    }

    /// Names that somebody has given; those that MAAS makes of nodes come with the nodes.
    func dnsResources(_ domains: [JSON]) async throws -> [JSON] {
        let names = domains.compactMap { $0["name"]?.text }.sorted { $0.count > $1.count }
        return try await list("dnsresources/").compactMap { resource in
            let fqdn = resource["fqdn"]?.text ?? ""
            guard let domain = names.first(where: { fqdn.hasSuffix("." + $0) || fqdn == $0 }) else { return nil }
            var kept = resource.keeping(["id", "address_ttl"])
            kept.set("name", .string(fqdn == domain ? "@" : String(fqdn.dropLast(domain.count + 1))))
            kept.set("domain", .string(domain))
            let addresses = resource["ip_addresses"]?.elements ?? []
            kept.set("ip_addresses", .array(addresses.compactMap { $0["ip"] }))
            if let user = addresses.lazy.compactMap({ $0.at("owner.username") }).first { kept.set("user", user) }
            let records = (resource["resource_records"]?.elements ?? []).map {
                $0.keeping(["id", "rrtype", "rrdata", "ttl"])
            }
            if !records.isEmpty { kept.set("records", .array(records)) }
            return kept
        }
    }

    func discoveries() async throws -> [JSON] {
        try await list("discovery/").compactMap { discovery in
            guard let observer = discovery.at("observer.hostname"), observer != .null,
                let interface = discovery.at("observer.interface_name"), interface != .null
            else { return nil }
            var kept = discovery.keeping(["ip", "mac_address", "vid", "hostname", "mac_organization"])
            kept.set("observer", observer)
            kept.set("interface", interface)
            return kept
        }
    }
}
