import Foundation
import RegionTesting
import Testing

@testable import Formats
@testable import MAASAPI
@testable import MAASEmulator
@testable import MAASRegion

/// The operation table as a whole: complete, each row once, described, and documented.
@Suite struct TableTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func everyRowIsThereOnce() {
        var seen: Set<String> = []
        for resource in OperationTable.everything {
            for operation in resource.operations {
                let row = "\(operation.method) \(resource.path.text) \(operation.op ?? "")"
                #expect(seen.insert(row).inserted, "twice: \(row)")
            }
        }
    }

    /// The table is searched by it.
    @Test func everyPathBeginsWithAWord() {
        for resource in OperationTable.everything { #expect(!resource.path.firstWord.isEmpty, "\(resource.path.text)") }
    }

    @Test func everyOperationOfMAASIsThere() {
        let table = OperationTable(.v3_7).resources
        #expect(OperationsOfMAAS.rows.count > 350)
        for row in OperationsOfMAAS.rows {
            // Variable segments may have other names.
            let path = Self.anonymized(row.path)
            let resources = table.filter { Self.anonymized($0.path.text) == path }
            let found = resources.flatMap { $0.operations + ($0.anonymous ?? []) }
            #expect(
                found.contains { $0.method == row.method && $0.op == row.op },
                "missing: \(row.method) \(row.path) \(row.op ?? "")")
        }
    }

    private static func anonymized(_ path: String) -> String { path.replacing(/{[^}]*}/, with: "{}") }

    @Test func whatIsNotEmulatedSaysSoAfterTheRights() throws {
        let maas = try TestRegion()
        let answer = try maas.get("images-sync-progress/")
        #expect(answer.status == 501 && answer.text == "ImagesSyncProgressHandler.read is not emulated.")
        #expect(try maas.get("scripts/", as: .nobody).status == 401)
        #expect(try maas.post("scripts/", as: .user).status == 403)
        #expect(try maas.get("commissioning-scripts/", as: .user).status == 403)
        #expect(try maas.get("nodes/zzzzzz/results/").status == 404)
    }

    @Test func describeListsEveryHandlerWithItsActions() throws {
        let answer = try TestRegion().get("describe/", as: .nobody)
        #expect(answer.contentType == "application/json")
        #expect(try answer.string("hash") == answer.response.headers["X-MAAS-API-Hash"])
        let resources = try #require(
            answer.json["resources"].map { value -> [JSONValue] in
                if case .array(let elements) = value { elements } else { [] }
            })
        let machines = try #require(resources.first { $0["name"]?.string == "MachinesHandler" })
        #expect(machines["anon"]?["name"]?.string == "AnonMachinesHandler")
        #expect(machines["auth"]?["uri"]?.string == "http://maas.test:5240/MAAS/api/2.0/machines/")
        let subnet = try #require(resources.first { $0["name"]?.string == "SubnetHandler" })
        #expect(subnet["auth"]?["params"]?.strings == ["id"])
        #expect(!resources.contains { $0["name"]?.string == "AgentConfigHandler" })
    }

    /// The `maas` command refuses `key=value` for actions whose text has no `:param` after its first paragraph.
    @Test func describeNamesEveryParameter() throws {
        let doc = try describedAction("TagHandler", "update_nodes")["doc"]?.string
        let parts = try #require(doc).components(separatedBy: "\n\n")
        #expect(parts.first == "Set and unset the tag of nodes" || parts.first?.contains(":param") == false)
        #expect(parts.dropFirst().contains { $0.hasPrefix(":param add: ") })
        #expect(try describedAction("NodesHandler", "read")["doc"]?.string?.contains("\n\n:param hostname: ") == true)
        #expect(try describedAction("VersionHandler", "read")["doc"]?.string?.contains(":param") == false)
    }

    private func describedAction(_ handler: String, _ name: String) throws -> JSONValue {
        guard case .array(let resources)? = try TestRegion().get("describe/", as: .nobody).json["resources"],
            let resource = resources.first(where: { $0["name"]?.string == handler }),
            case .array(let actions)? = (resource["auth"]?["actions"] ?? resource["anon"]?["actions"])
        else { throw Missing() }
        return try #require(actions.first { $0["name"]?.string == name })
    }

    private struct Missing: Error {}

    @Test func theHashDiffersByVersion() {
        let hashes = MAASVersion.allCases.map { APIDescription(OperationTable($0), version: $0).hash }
        #expect(Set(hashes).count == hashes.count)
        #expect(hashes.allSatisfy { $0.count == 40 })
    }

    @Test func openAPIHasAPathForEveryOp() throws {
        let text = try TestRegion().get("openapi.yaml", as: .nobody).text
        #expect(text.hasPrefix("openapi: 3.1.0\n"))
        #expect(text.contains("  \"/users/op-whoami\":\n"))
        #expect(text.contains("- url: \"http://maas.test:5240/MAAS/api/2.0/\"\n"))
    }

    @Test func version4HasNoVMHosts() throws {
        let maas = try TestRegion(version: .v4_0)
        for path in ["vm-hosts/", "pods/", "vm-hosts/11/"] {
            let answer = try maas.get(path, as: .user)
            #expect(answer.status == 410, "\(path)")
            #expect(answer.text == "VM host (KVM) support has been removed from MAAS.")
            #expect(try maas.get(path, as: .nobody).status == 401)
        }
        #expect(try maas.get("vm-hosts/", query: ["op": "x"]).status == 400)
        #expect(try maas.send("PATCH", "vm-hosts/").status == 405)
        #expect(!(try maas.get("describe/").text.contains("VmHostsHandler")))
    }
}
