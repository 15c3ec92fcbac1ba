import Foundation
import MAASClient
import MAASEmulator
import Testing

@testable import MAASConformance

@Suite("diff and capture")
struct ToolTests {
    @Test("two regions of one inventory do not differ, and what is changed in one is shown with its place")
    func diff() async throws {
        let (left, right) = (try Emulated(), try Emulated())
        let same = try await EndpointDiff(left.target, right.target, catalog: try CaseCatalog.builtIn()).run()
        #expect(same.differences == [] && same.requests > 80)
        _ = try await right.target.client().zones.create(name: "extra", description: "new")
        _ = try await right.target.client().send(.init("PUT", "zones/az1/", form: ["description": "changed"]))
        let found = try await EndpointDiff(left.target, right.target).run().differences.filter {
            $0.request == "GET zones/"
        }
        #expect(found.contains { $0.place == "[name=az1].description" && $0.right == "\"changed\"" })
        #expect(found.contains { $0.place == "[name=extra]" && $0.left == nil })
    }

    @Test("a region made of a capture answers as the captured one, and the capture holds no secret")
    func capture() async throws {
        let live = try Emulated()
        // From then on MAAS names no storage pool of the disks of this host's VMs, and still counts them.
        let host = try #require(try await live.target.client().vmHosts.list().first)
        _ = try await live.target.client().vmHosts.vmHost(host.id).refresh()
        let fixture = try await RegionCapture(live.target).fixture()
        let copy = try Emulated(inventory: Array(fixture.pretty.utf8))
        // What happened in a region is none of its inventory.
        let result = try await EndpointDiff(live.target, copy.target, catalog: try CaseCatalog.builtIn())
            .run(skipping: [CasePattern("events/*"), CasePattern("installation-results/*")])
        for difference in result.differences {
            Issue.record(
                "\(difference.request) \(difference.place): \(difference.left ?? "-") / \(difference.right ?? "-")")
        }
        let text = fixture.pretty
        for secret in live.target.secrets + ["power_pass", "BEGIN CERTIFICATE", "PRIVATE KEY"] {
            #expect(!text.contains(secret))
        }
    }

    @Test("what is made of a machine's disks is captured with them")
    func storage() async throws {
        let live = try Emulated()
        let client = live.target.client()
        for (name, layout) in [("node01", "lvm"), ("node02", "vmfs6"), ("node04", "blank")] {
            let id = try await systemID(name, live)
            _ = try await client.send(
                .init("POST", "machines/\(id)/", op: "set_storage_layout", form: ["storage_layout": layout]))
        }
        let root = "nodes/\(try await systemID("node04", live))/"
        for name in ["sdx", "sdy"] {
            _ = try await client.send(
                .init(
                    "POST", root + "blockdevices/",
                    form: ["name": name, "model": "m", "serial": name, "size": "30G", "block_size": "512"]))
        }
        let steps: [(path: String, form: Params)] = [
            ("raids/", ["name": "md0", "level": "raid-1", "block_devices": "sdx", "block_devices": "sdy"]),
            ("blockdevices/md0/partitions/", ["size": "10G"]), ("blockdevices/md0/partitions/", [:]),
            ("bcache-cache-sets/", ["cache_device": "sdb"]),
            (
                "bcaches/",
                [
                    "name": "fast", "cache_set": "cache0", "backing_partition": "md0-part1",
                    "cache_mode": "writeback",
                ]
            ),
            ("volume-groups/", ["name": "vg", "partitions": "md0-part2", "block_devices": "fast"]),
        ]
        for step in steps { _ = try await client.send(.init("POST", root + step.path, form: step.form)) }
        _ = try await client.send(
            .init("POST", root + "volume-group/vg/", op: "create_logical_volume", form: ["name": "lv", "size": "5G"]))
        let fixture = try await RegionCapture(live.target).fixture()
        let copy = try Emulated(inventory: Array(fixture.pretty.utf8))
        for name in ["node01", "node02", "node04"] {
            let path = "machines/\(try await systemID(name, live))/"
            #expect(try await storage(path, copy) == (try await storage(path, live)))
        }
        let groups = root + "volume-groups/"
        let left = try JSON(parsing: try await client.send(.init("GET", groups)).body)
        let right = try JSON(parsing: try await copy.target.client().send(.init("GET", groups)).body)
        #expect(left.elements?.first?["human_size"] == right.elements?.first?["human_size"])
        #expect(left.elements?.first?["human_size"] != nil)
    }

    private func systemID(_ hostname: String, _ region: Emulated) async throws -> String {
        let answer = try await region.target.client().send(.init("GET", "machines/", query: ["hostname": hostname]))
        return try #require(JSON(parsing: answer.body).elements?.first?["system_id"]?.text)
    }

    /// What is on the disks of a machine, without the UUIDs that each region draws for itself.
    private func storage(_ path: String, _ region: Emulated) async throws -> String {
        let machine = try JSON(parsing: try await region.target.client().send(.init("GET", path)).body)
        let keys = ["blockdevice_set", "volume_groups", "raids", "bcaches", "cache_sets", "special_filesystems"]
        let text = machine.keeping(keys).pretty
        #expect(text.contains("used_for"))
        return text.replacing(/"uuid": "[^"]*"/, with: "")
    }

    @Test("an endpoint that gives no answer is an error")
    func unreachable() async throws {
        let nobody = try MAASTarget(url: "http://127.0.0.1:1", key: "a:b:c")
        await #expect(throws: TargetError.self) { try await EndpointDiff(nobody, try Emulated().target).run() }
    }
}
