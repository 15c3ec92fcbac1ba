import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Requests take as many statements in a region of forty of everything as in one of ten.
@Suite struct StatementGrowthTests {
    private static let drivers = Result {
        try [10, 40].map { try OperationDriver(inventory: GrownLab.inventory($0)) }
    }

    /// What the handlers of reads are sent: nothing, and whatever makes them show more.
    private static func calls(_ row: OperationDriver.Row) -> [[(String, String)]] {
        [[]] + (row.operation.parameters.contains { $0.name == "all" } ? [[("all", "true")]] : [])
    }

    /// What any read takes at the most, which nodes do with everything that is shown beside them. Those under a tag need
    /// the tag before. Names of nodes are made of all their interfaces.
    private static let most = 15
    private static let exceptions = [
        "GET tags/{name}/ op=nodes": 16, "GET tags/{name}/ op=machines": 16, "GET dnsresources/": 22,
    ]

    /// What machines of the inventory say of themselves is made of what they are at the moment of asking, one by one.
    private static let growing: Set = ["GET commissioning-results/", "GET installation-results/"]

    @Test func readingTakesAsManyStatementsHoweverMuchThereIs() throws {
        let drivers = try Self.drivers.get()
        var served = 0
        for row in drivers[0].rows where row.operation.method == "GET" && !Self.growing.contains(row.description) {
            for pairs in Self.calls(row) {
                let outcomes = try drivers.map { try $0.call(row, pairs) }
                let counts = outcomes.map(\.statements)
                #expect(counts[1] <= counts[0], "\(row) \(pairs): \(counts)")
                #expect(counts[0] <= Self.exceptions[row.description] ?? Self.most, "\(row) \(pairs): \(counts)")
                if outcomes[0].status == 200 { served += 1 }
            }
        }
        #expect(served > 100)
    }

    /// Whether what changes the region takes more, the more there is; each is called without anything, so some refuse.
    @Test func changingTakesAsManyStatementsHoweverMuchThereIs() throws {
        let drivers = try Self.drivers.get()
        for row in drivers[0].rows where row.operation.method != "GET" {
            let counts = try drivers.map { try $0.call(row, []).statements }
            #expect(counts[1] <= counts[0], "\(row): \(counts)")
        }
    }

    @Test func composingTakesAsManyStatementsHoweverMuchThereIs() throws {
        let drivers = try Self.drivers.get()
        let row = try #require(drivers[0].rows.first { $0.description == "POST vm-hosts/{id}/ op=compose" })
        for sent in [[], [("skip_commissioning", "true")], [("interfaces", "eth0:subnet_cidr=10.10.0.0/24")]] {
            let outcomes = try drivers.map { try $0.call(row, [("cores", "1"), ("memory", "1024")] + sent) }
            #expect(outcomes.map(\.status) == [200, 200])
            let counts = outcomes.map(\.statements)
            #expect(counts[1] <= counts[0], "\(sent): \(counts)")
            #expect(counts[0] <= 160, "\(sent): \(counts)")
        }
    }
}
