import RegionTesting
import Testing

@testable import MAASRegion

/// Steps that never end, and MAAS's patience with them.
@Suite struct StallTests {
    private func stall(_ lab: TestRegion, _ step: LifecycleFailure.Step) throws {
        try lab.region.withState { _ = try LifecycleFailure.add($0, step, stalls: true) }
    }

    @Test func aDeploymentHasTwiceTheTime() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node01"))/"
        try stall(lab, .deploy)
        try lab.post(path, op: "deploy")
        try lab.advance(59 * 60)
        #expect(try lab.get(path).string("status_name") == "Deploying")
        try lab.advance(2 * 60)
        let failed = try lab.get(path)
        #expect(try failed.string("status_name") == "Failed deployment")
        #expect(try failed.string("error_description") == "time-out during deployment")
        #expect(try failed.string("owner") == "admin")
    }

    @Test func beforeWorkflowsADeploymentHadTheTimeOfASetting() throws {
        let lab = try TestRegion(version: .v3_5)
        let path = "machines/\(try lab.systemID("node01"))/"
        try lab.post("maas/", op: "set_config", ["name": "node_timeout", "value": "10"])
        try stall(lab, .deploy)
        try lab.post(path, op: "deploy")
        try lab.advance(11 * 60)
        #expect(
            try lab.get(path).string("error_description")
                == "Node operation 'Deploying' timed out after 10 minutes.")
    }

    @Test func commissioningThatHangsEndsWithAbortedScripts() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node05"))/"
        try stall(lab, .commission)
        try lab.post(path, op: "commission")
        try lab.advance(29 * 60)
        #expect(try lab.get(path).string("status_name") == "Commissioning")
        try lab.advance(2 * 60)
        let failed = try lab.get(path)
        #expect(try failed.string("status_name") == "Failed commissioning")
        // What was aborted does not count for the machine, only for the run.
        #expect(try failed.string("commissioning_status_name") == "Unknown")
        let run = try lab.get("nodes/\(try lab.systemID("node05"))/results/current-commissioning/")
        #expect(try run.string("status_name") == "Aborted")
        #expect(
            try failed.string("error_description") == "Node operation 'Commissioning' timed out after 30 minutes.")
    }

    @Test func aMachineThatStaysOnFailsItsRelease() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node07"))/"
        try stall(lab, .release)
        #expect(try lab.post(path, op: "release").string("status_name") == "Releasing")
        let waiting = try lab.get(path)
        #expect(try waiting.string("status_name") == "Releasing")
        #expect(try waiting.string("power_state") == "on")
        try lab.advance(6 * 60)
        #expect(try lab.get(path).string("status_name") == "Releasing failed")
        // It was told to stall once: the next release goes through.
        try lab.post(path, op: "release")
        #expect(try lab.get(path).string("status_name") == "Ready")
    }

    @Test func anAbortNeedsNoPatience() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node01"))/"
        try stall(lab, .deploy)
        try lab.post(path, op: "deploy")
        try lab.advance(60)
        try lab.post(path, op: "abort")
        #expect(try lab.get(path).string("status_name") == "Allocated")
        try lab.advance(3600)
        #expect(try lab.get(path).string("status_name") == "Allocated")
    }
}
