import Foundation
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
        let result = try await EndpointDiff(live.target, copy.target, catalog: try CaseCatalog.builtIn()).run()
        for difference in result.differences {
            Issue.record(
                "\(difference.request) \(difference.place): \(difference.left ?? "-") / \(difference.right ?? "-")")
        }
        let text = fixture.pretty
        for secret in live.target.secrets + ["power_pass", "BEGIN CERTIFICATE", "PRIVATE KEY"] {
            #expect(!text.contains(secret))
        }
    }

    @Test("an endpoint that gives no answer is an error")
    func unreachable() async throws {
        let nobody = try MAASTarget(url: "http://127.0.0.1:1", key: "a:b:c")
        await #expect(throws: TargetError.self) { try await EndpointDiff(nobody, try Emulated().target).run() }
    }
}
