import Foundation
import RegionTesting
import Testing

@testable import Formats
@testable import MAASEmulator

/// What is written about fixtures.
@Suite struct FixturePageTests {
    private static let docs = URL(fileURLWithPath: #filePath).appending(path: "../../../../docs").standardized

    private func page() throws -> String {
        try String(contentsOf: Self.docs.appending(path: "fixture-format.md"), encoding: .utf8)
    }

    @Test("docs/fixture.schema.json is the format; UPDATE_DOCS=1 writes it anew")
    func theSchemaIsFresh() throws {
        let file = Self.docs.appending(path: "fixture.schema.json")
        let text = FixtureSchema.text
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let isFresh = try String(contentsOf: file, encoding: .utf8) == text
        #expect(isFresh, "run the tests with UPDATE_DOCS=1")
    }

    @Test func theLabAtTheHeadOfThePageDeploysAndComposes() throws {
        let page = try page()
        let lab = try #require(page.firstMatch(of: /```json\n((?s:.*?))```/)).1
        #expect(lab.split(separator: "\n").count <= 10)
        let maas = try TestRegion(inventory: String(lab))
        let id = try maas.systemID("web-10")
        let deployed = try maas.post("machines/\(id)/", op: "deploy")
        #expect(deployed.status == 200, "\(deployed.text)")
        try maas.advance(3600)
        #expect(try maas.get("machines/\(id)/").string("status_name") == "Deployed")
        let host = try #require(try maas.get("vm-hosts/").list.first?["id"]?.integer)
        let composed = try maas.post("vm-hosts/\(host)/", op: "compose")
        #expect(composed.status == 200, "\(composed.text)")
    }

    @Test func thePageNamesEveryKey() throws {
        let page = try page()
        var kinds: Set<String> = []
        var missing: [String] = []
        func walk(_ shape: FixtureShape) {
            switch shape {
            case .list(let element), .members(let element): walk(element)
            case .object(let kind):
                guard kinds.insert(kind.name).inserted else { return }
                for key in kind.keys {
                    let isNamed = [("`", "`"), ("*", "*"), ("`\"", "\""), ("`hardware.", "`"), ("`", ".")].contains {
                        page.contains($0.0 + key.name + $0.1)
                    }
                    if !isNamed { missing.append("\(kind.name).\(key.name)") }
                    walk(key.shape)
                }
            default: break
            }
        }
        walk(.object(.fixture))
        #expect(missing == [])
        #expect(kinds.count > 50)
    }

    @Test func aFixtureMayNameItsSchema() throws {
        let maas = try TestRegion(
            inventory: #"{"$schema": "docs/fixture.schema.json", "machines": [{"hostname": "a"}]}"#)
        #expect(try maas.get("machines/").list.count == 1)
    }
}
