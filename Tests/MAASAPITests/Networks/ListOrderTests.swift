import Formats
import RegionTesting
import Testing

/// Lists that MAAS gives no order: what was changed last comes last, as its database has it.
@Suite struct ListOrderTests {
    struct Table: Sendable, CustomTestStringConvertible {
        let path: String
        var key = "id"
        /// What ends the path of one.
        var end = "/"
        let made: [[String: String]]
        let change: [String: String]

        var testDescription: String { path }
    }

    @Test(arguments: [
        Table(
            path: "subnets/", made: [["cidr": "10.50.0.0/24"], ["cidr": "10.51.0.0/24"]],
            change: ["description": "d"]),
        Table(path: "fabrics/", made: [["name": "one"], ["name": "two"]], change: ["description": "d"]),
        Table(path: "spaces/", made: [["name": "one"], ["name": "two"]], change: ["description": "d"]),
        Table(
            path: "ipranges/",
            made: [
                ["type": "reserved", "start_ip": "10.10.0.120", "end_ip": "10.10.0.121"],
                ["type": "reserved", "start_ip": "10.10.0.122", "end_ip": "10.10.0.123"],
            ], change: ["comment": "c"]),
        Table(path: "tags/", key: "name", made: [["name": "one"], ["name": "two"]], change: ["comment": "c"]),
        Table(
            path: "package-repositories/",
            made: [["name": "one", "url": "http://a.example/"], ["name": "two", "url": "http://b.example/"]],
            change: ["url": "http://c.example/"]),
        Table(
            path: "scripts/", key: "name", end: "",
            made: [
                ["name": "one", "script": "%23!/bin/sh", "type": "testing"],
                ["name": "two", "script": "%23!/bin/sh", "type": "testing"],
            ], change: ["description": "d"]),
        Table(
            path: "dhcp-snippets/", made: [["name": "one", "value": "x"], ["name": "two", "value": "x"]],
            change: ["description": "d"]),
        Table(
            path: "reservedips/",
            made: [
                ["ip": "10.10.0.70", "mac_address": "00:16:3e:00:dd:02"],
                ["ip": "10.10.0.71", "mac_address": "00:16:3e:00:dd:03"],
            ], change: ["comment": "c"]),
        Table(
            path: "static-routes/",
            made: [
                ["source": "1", "destination": "2", "gateway_ip": "10.10.0.8"],
                ["source": "1", "destination": "2", "gateway_ip": "10.10.0.9"],
            ], change: ["metric": "5"]),
        Table(
            path: "boot-sources/",
            made: [
                ["url": "http://a.example/", "keyring_filename": "/x"],
                ["url": "http://b.example/", "keyring_filename": "/x"],
            ], change: ["keyring_filename": "/y"]),
    ])
    func changedLast(table: Table) throws {
        let maas = try TestRegion()
        var made: [String] = []
        for form in table.made {
            let answer = try maas.post(table.path, urlencoded: form.map { "\($0.key)=\($0.value)" })
            made.append("\(try answer.value(table.key))")
        }
        #expect(try names(maas, table).suffix(2) == made)
        let rows = try maas.get(table.path).list.compactMap { $0[table.key] }.filter { $0 != .integer(-1) }
        let first = try #require(rows.dropLast().last)
        let path = table.path + (first.string ?? first.integer.map { "\($0)" } ?? "") + table.end
        for (field, value) in table.change {
            #expect(try maas.put(path, [field: value]).status == 200)
        }
        #expect(try names(maas, table).suffix(2) == made.reversed())
    }

    private func names(_ maas: TestRegion, _ table: Table) throws -> [String] {
        // The pseudo-space is no row.
        try maas.get(table.path).list.compactMap { $0[table.key] }.filter { $0 != .integer(-1) }.map { "\($0)" }
    }
}
