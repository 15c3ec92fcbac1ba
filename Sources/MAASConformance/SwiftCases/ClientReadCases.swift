import MAASClient

/// Reading through the typed calls of `MAASClient`: every list can be read, and what it holds is found by itself.
enum ClientReadCases {
    static let all: [Case] = [
        ClientCases.make(
            "client.reads.networks", "fabrics, spaces, subnets, ranges, routes and names are read as typed values",
            "lists of networks, and each object by its id", needs: [.admin], networks),
        ClientCases.make(
            "client.reads.nodes", "machines, devices and controllers are read as typed values",
            "machines/, devices/, rackcontrollers/, regioncontrollers/, each object by its system id", needs: [.admin],
            nodes),
        ClientCases.make(
            "client.reads.region", "zones, pools, tags, scripts, archives, images and users are read as typed values",
            "lists of the rest of a region, and each object by its key", needs: [.admin], region),
        ClientCases.make(
            "client.reads.lists", "lists whose objects have no page of their own are read as typed values",
            "ipaddresses/, discovery/, files/, license-keys/, keys, events/", needs: [.admin], lists),
    ]

    /// How many objects of a list are read again.
    private static let most = 3

    /// Reads some objects of a list by themselves. One that another case, or somebody else, has removed meanwhile is left
    /// out: it is listed no more.
    private static func readBack<Object, Key: Equatable>(
        _ context: CaseContext, _ what: String, _ list: @autoclosure () async throws -> [Object],
        by key: (Object) -> Key, _ read: (Key) async throws -> Object
    ) async throws {
        for object in try await list().prefix(most) {
            do {
                let again = try await read(key(object))
                context.expect(key(again) == key(object), "\(what) \(key(object)) is read as \(key(again))")
            } catch let error as MAASError where error.isNotFound {
                if try await list().contains(where: { key($0) == key(object) }) { throw error }
            }
        }
    }

    @Sendable private static func networks(_ context: CaseContext) async throws {
        let client = try context.client()
        try await readBack(context, "fabric", await client.fabrics.list(), by: \.id) {
            try await client.fabrics.fabric($0).get()
        }
        // What is in no space is in one that cannot be read by itself.
        try await readBack(context, "space", await client.spaces.list().filter { $0.id > 0 }, by: \.id) {
            try await client.spaces.space($0).get()
        }
        try await readBack(context, "subnet", await client.subnets.list(), by: \.id) {
            try await client.subnets.subnet($0).get()
        }
        try await readBack(context, "IP range", await client.ipRanges.list(), by: \.id) {
            try await client.ipRanges.ipRange($0).get()
        }
        try await readBack(context, "static route", await client.staticRoutes.list(), by: \.id) {
            try await client.staticRoutes.staticRoute($0).get()
        }
        try await readBack(context, "domain", await client.domains.list(), by: \.id) {
            try await client.domains.domain($0).get()
        }
        try await readBack(context, "DNS resource", await client.dnsResources.list(), by: \.id) {
            try await client.dnsResources.dnsResource($0).get()
        }
        try await readBack(context, "DNS record", await client.dnsRecords.list(), by: \.id) {
            try await client.dnsRecords.dnsRecord($0).get()
        }
    }

    @Sendable private static func nodes(_ context: CaseContext) async throws {
        let client = try context.client()
        try await readBack(context, "machine", await client.machines.list(), by: \.systemID) {
            try await client.machines.machine($0).get()
        }
        try await readBack(context, "device", await client.devices.list(), by: \.systemID) {
            try await client.devices.device($0).get()
        }
        try await readBack(context, "rack controller", await client.rackControllers.list(), by: \.systemID) {
            try await client.rackControllers.rackController($0).get()
        }
        try await readBack(context, "region controller", await client.regionControllers.list(), by: \.systemID) {
            try await client.regionControllers.regionController($0).get()
        }
    }

    @Sendable private static func region(_ context: CaseContext) async throws {
        let client = try context.client()
        try await readBack(context, "zone", await client.zones.list(), by: \.name) {
            try await client.zones.zone($0).get()
        }
        try await readBack(context, "resource pool", await client.resourcePools.list(), by: \.id) {
            try await client.resourcePools.resourcePool($0).get()
        }
        try await readBack(context, "tag", await client.tags.list(), by: \.name) { try await client.tags.tag($0).get() }
        try await readBack(context, "script", await client.scripts.list(), by: \.name) {
            try await client.scripts.script($0).get()
        }
        try await readBack(context, "package repository", await client.packageRepositories.list(), by: \.id) {
            try await client.packageRepositories.packageRepository($0).get()
        }
        try await readBack(context, "image", await client.bootResources.list(), by: \.id) {
            try await client.bootResources.bootResource($0).get()
        }
        try await readBack(context, "source of images", await client.bootSources.list(), by: \.id) {
            try await client.bootSources.bootSource($0).get()
        }
        try await readBack(context, "user", await client.users.list(), by: \.username) {
            try await client.users.user($0).get()
        }
        try await readBack(context, "notification", await client.notifications.list(), by: \.id) {
            try await client.notifications.notification($0).get()
        }
        try await readBack(context, "DHCP snippet", await client.dhcpSnippets.list(), by: \.id) {
            try await client.dhcpSnippets.dhcpSnippet($0).get()
        }
    }

    @Sendable private static func lists(_ context: CaseContext) async throws {
        let client = try context.client()
        let nobody = "\(context.prefix)nobody"
        let held = try await client.ipAddresses.list()
        context.expect(held.allSatisfy { !$0.ip.isEmpty }, "an address is empty")
        let files = try await client.files.list(prefix: nobody)
        context.expect(files.isEmpty, "files of a name that nobody gave: \(files.map(\.filename))")
        _ = try await (
            client.discoveries.list(), client.licenseKeys.list(), client.sshKeys.list(), client.sslKeys.list()
        )
        _ = try await (client.commissioningScripts.list(), client.dhcpSnippets.list())
        let results = try await client.commissioningResults.list(systemID: nobody)
        context.expect(results.isEmpty, "results of a machine that is not there")
    }
}
