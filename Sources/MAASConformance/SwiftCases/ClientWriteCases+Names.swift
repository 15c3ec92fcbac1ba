import MAASClient

extension ClientWriteCases {
    static let names: [Case] = [
        make("client.dns.domains", "a domain is made, changed and removed", "DomainsHandler, DomainHandler", domains),
        make(
            "client.dns.resources", "a name has addresses, which change", "DNSResourcesHandler, DNSResourceHandler",
            dnsResources),
        make(
            "client.dns.records", "a record of a name is made, changed and removed", "DNSResourceRecordsHandler",
            dnsRecords),
        make(
            "client.dns.rights", "only an administrator touches what all domains share", "DomainsHandler.set_serial",
            needs: [.admin, .userKey], dnsRights),
    ]

    private static func domain(_ context: CaseContext, _ client: MAASClient) async throws -> Domain {
        let made = try await client.domains.create(name: context.prefix + "d", authoritative: true, ttl: 60)
        context.undo("domain \(made.name)") { try await client.domains.domain(made.id).delete() }
        return made
    }

    @Sendable private static func domains(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await domain(context, client)
        let resource = client.domains.domain(made.id)
        context.expectEqual(made.ttl, 60, "ttl")
        context.expectEqual(made.isDefault, false, "is_default")
        let changed = try await resource.update(name: context.prefix + "e", ttl: 90)
        context.expectEqual(changed.name, context.prefix + "e", "name")
        context.expectEqual(try await resource.get().ttl, 90, "the new ttl")
        let listed = try await client.domains.list()
        context.expectEqual(listed.filter { $0.isDefault == true }.count, 1, "the number of default domains")
        try await resource.delete()
        try await context.expectRefusal("a domain that is gone", 404) { try await resource.get() }
        try await context.expectRefusal("making no domain the default one", 404) {
            try await client.domains.domain(nobody).setDefault()
        }
    }

    @Sendable private static func dnsResources(_ context: CaseContext, _ client: MAASClient) async throws {
        let domain = try await domain(context, client)
        _ = try await subnet(context, client)
        let net = context.network()
        let made = try await client.dnsResources.create(
            DNSResourceCreation(name: "host", domain: domain.name, ipAddresses: ["\(net).10"]))
        let resource = client.dnsResources.dnsResource(made.id)
        context.undo("name \(made.fqdn)") { try await resource.delete() }
        context.expectEqual(made.fqdn, "host.\(domain.name)", "fqdn")
        context.expectEqual(made.ipAddresses?.compactMap { $0["ip"]?.string }, ["\(net).10"], "ip_addresses")
        let changed = try await resource.update(DNSResourceUpdate(addressTTL: 30, ipAddresses: ["\(net).11"]))
        context.expectEqual(changed.ipAddresses?.compactMap { $0["ip"]?.string }, ["\(net).11"], "the new ip_addresses")
        context.expectEqual(try await resource.get().addressTTL, 30, "address_ttl")
        let listed = try await client.dnsResources.list(DNSResourceFilter(domain: domain.name))
        context.expectEqual(listed.map(\.id), [made.id], "the domain's names")
        try await resource.delete()
        try await context.expectRefusal("a name that is gone", 404) { try await resource.get() }
    }

    @Sendable private static func dnsRecords(_ context: CaseContext, _ client: MAASClient) async throws {
        let domain = try await domain(context, client)
        let made = try await client.dnsRecords.create(
            DNSRecordCreation(name: "t", domain: domain.name, rrtype: "TXT", rrdata: "some text"))
        let record = client.dnsRecords.dnsRecord(made.id)
        context.undo("record of \(made.fqdn)") { try await record.delete() }
        context.expectEqual(made.fqdn, "t.\(domain.name)", "fqdn")
        context.expectEqual(made.rrtype, "TXT", "rrtype")
        let changed = try await record.update(rrdata: "other text", ttl: 30)
        context.expectEqual(changed.rrdata, "other text", "rrdata")
        context.expectEqual(try await record.get().ttl, 30, "ttl")
        let listed = try await client.dnsRecords.list(domain: domain.name)
        context.expectEqual(listed.map(\.id), [made.id], "the domain's records")
        try await record.delete()
        try await context.expectRefusal("a record that is gone", 404) { try await record.get() }
    }

    @Sendable private static func dnsRights(_ context: CaseContext, _ client: MAASClient) async throws {
        let user = try context.userClient()
        try await context.expectRefusal("a user's serial", 403) { try await user.domains.setSerial(7) }
        try await context.expectRefusal("a user's domain", 403) {
            try await user.domains.create(name: context.prefix + "d")
        }
    }
}
