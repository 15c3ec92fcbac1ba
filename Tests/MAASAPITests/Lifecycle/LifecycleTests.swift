import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct LifecycleTests {
    /// The story of one deployment: what is seen at once, what only when time passes.
    @Test func deploymentAndRelease() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node01"))/"
        let deploying = try lab.post(path, op: "deploy", ["distro_series": "jammy"])
        #expect(try deploying.string("status_name") == "Deploying")
        #expect(try deploying.string("owner") == "admin")
        #expect(try deploying.string("hwe_kernel") == "ga-22.04")
        #expect(try deploying.value("ip_addresses") == .array([]))

        // The clock stands still: addresses were claimed after the answer, the rest waits.
        let waiting = try lab.get(path)
        #expect(try waiting.string("status_name") == "Deploying")
        let address = try #require(try waiting.string("ip_addresses", 0))

        try lab.advance(60)
        let deployed = try lab.get(path)
        #expect(try deployed.string("status_name") == "Deployed")
        #expect(try deployed.string("status_message") == "Deployed")
        #expect(try deployed.string("power_state") == "on")
        #expect(try deployed.value("netboot") == .bool(false))
        #expect(try deployed.string("ip_addresses", 0) == address)

        let releasing = try lab.post(path, op: "release", ["comment": "done"])
        #expect(try releasing.string("status_name") == "Releasing")
        #expect(try releasing.string("osystem") == "")
        let ready = try lab.get(path)
        #expect(try ready.string("status_name") == "Ready")
        #expect(try ready.value("owner") == .null)
        #expect(try ready.value("ip_addresses") == .array([]))
        #expect(try ready.string("status_message") == "Released")
        #expect(try ready.value("netboot") == .bool(true))
    }

    @Test func theStoryIsTold() throws {
        let lab = try TestRegion()
        let systemID = try lab.systemID("node01")
        try lab.post("machines/\(systemID)/", op: "deploy")
        try lab.advance(60)
        let all = try lab.get("events/", query: ["op": "query", "id": systemID, "level": "INFO"])
        let types = try all.value("events").elements.compactMap { $0["type"]?.string }
        #expect(
            types == [
                "Deployed", "Image Deployed", "Rebooting", "Configuring OS", "Installing OS", "Configuring storage",
                "Loading ephemeral", "Performing PXE boot", "Deploying",
            ])
        // Paging: the page before, and back again.
        let page = try lab.get("events/", query: ["op": "query", "id": systemID, "limit": "2"])
        #expect(try page.integer("count") == 2)
        let last = try #require(try page.integer("events", 1, "id"))
        #expect(try page.string("prev_uri")?.hasSuffix("&before=\(last)") == true)
        let older = try lab.get("events/", query: ["op": "query", "id": systemID, "limit": "2", "before": "\(last)"])
        #expect(
            try older.value("events").elements.compactMap { $0["type"]?.string } == ["Rebooting", "Configuring OS"])
    }

    /// A deployment that was told to fail, for whichever machine comes next and for a named one.
    @Test func injectedFailures() throws {
        let lab = try TestRegion()
        let first = try lab.systemID("node01")
        let second = try lab.systemID("node02")
        try lab.region.withState { state in
            _ = try LifecycleFailure.add(state, .deploy, systemID: second, reason: "no boot")
        }
        for systemID in [first, second] { try lab.post("machines/\(systemID)/", op: "deploy") }
        try lab.advance(60)
        #expect(try lab.get("machines/\(first)/").string("status_name") == "Deployed")
        let failed = try lab.get("machines/\(second)/")
        #expect(try failed.string("status_name") == "Failed deployment")
        #expect(try failed.string("error_description") == "no boot")
        #expect(try failed.string("status_message") == "Marking node failed - no boot")
        #expect(try failed.string("status_action") == "mark_failed")
        // Used up.
        try lab.post("machines/\(second)/", op: "release")
        try lab.post("machines/\(second)/", op: "deploy")
        try lab.advance(60)
        #expect(try lab.get("machines/\(second)/").string("status_name") == "Deployed")
    }

    @Test func commissioningClearsAndRestoresTheNetwork() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node05"))/"
        let started = try lab.post(path, op: "commission")
        #expect(try started.string("status_name") == "Commissioning")
        #expect(try started.value("interface_set", 0, "links") == .array([]))
        try lab.region.withState { _ = try LifecycleFailure.add($0, .commission) }
        try lab.advance(30)
        #expect(try lab.get(path).string("status_name") == "Failed commissioning")
        try lab.post(path, op: "commission")
        try lab.advance(30)
        let ready = try lab.get(path)
        #expect(try ready.string("status_name") == "Ready")
        #expect(try ready.value("owner") == .null)
        #expect(try ready.string("interface_set", 0, "links", 0, "mode") == "auto")
        #expect(try ready.integer("commissioning_status") == 2)
    }

    @Test func erasingTakesTimeAndLeadsToReady() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node07"))/"
        #expect(try lab.post(path, op: "release", ["erase": "true"]).string("status_name") == "Disk erasing")
        #expect(try lab.get(path).string("status_name") == "Disk erasing")
        try lab.advance(30)
        #expect(try lab.get(path).string("status_name") == "Ready")
    }

    @Test func lockedMachinesRefuseTheirOwner() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node07"))/"
        #expect(try lab.post(path, op: "lock").value("locked") == .bool(true))
        for operation in ["release", "deploy", "power_off", "mark_broken", "commission"] {
            let answer = try lab.post(path, op: operation)
            #expect(answer.status == 403 && answer.text.isEmpty, "\(operation)")
        }
        #expect(try lab.delete(path).status == 403)
        #expect(try lab.post(path, op: "lock").text == "Machine is already locked")
        #expect(try lab.post(path, op: "unlock").status == 200)
        #expect(try lab.delete(path).status == 204)
    }

    @Test func rescueModeGoesThereAndBack() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node07"))/"
        #expect(try lab.post(path, op: "rescue_mode").string("status_name") == "Entering rescue mode")
        try lab.advance(30)
        #expect(try lab.get(path).string("status_name") == "Rescue mode")
        try lab.post(path, op: "exit_rescue_mode")
        try lab.advance(30)
        let back = try lab.get(path)
        #expect(try back.string("status_name") == "Deployed")
        #expect(try back.string("owner") == "admin")
    }

    @Test func brokenMachinesGiveTheirAddressesBack() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node07"))/"
        #expect(try lab.post(path, op: "mark_broken", ["comment": "psu"], as: .user).status == 403)
        let broken = try lab.post(path, op: "mark_broken", ["comment": "psu"])
        #expect(try broken.string("status_name") == "Broken")
        #expect(try broken.string("error_description") == "psu")
        #expect(try lab.get(path).value("ip_addresses") == .array([]))
        #expect(try lab.post(path, op: "mark_fixed").string("status_name") == "Deployed")
    }
}
