import RegionTesting
import Testing

@testable import MAASRegion

/// Without the image that a machine boots into, nothing starts.
@Suite struct MissingImageTests {
    private func remove(_ release: String, _ lab: TestRegion) throws {
        try lab.region.withState { try $0.db.execute("DELETE FROM boot_resources WHERE name = ?", release) }
    }

    @Test(arguments: [
        (MAASVersion.v3_7, "ubuntu/noble", "Ephemeral operating system ubuntu/noble for amd64/generic is unavailable."),
        (.v3_4, "ubuntu/focal", "Ephemeral operating system ubuntu focal is unavailable."),
    ])
    func commissioningAndTestingAreRefused(version: MAASVersion, release: String, text: String) throws {
        let lab = try TestRegion(version: version)
        try remove(release, lab)
        let path = "machines/\(try lab.systemID("node01"))/"
        for operation in ["commission", "test"] {
            let refused = try lab.post(path, op: operation)
            #expect(refused.status == 400, "\(operation)")
            #expect(refused.text == text, "\(operation)")
        }
        #expect(try lab.get(path).string("status_name") == "Ready")
    }

    @Test func anAllocatedMachineKeepsItsChoice() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node01"))/"
        try lab.post("machines/", op: "allocate", ["name": "node01"])
        try remove("ubuntu/noble", lab)
        let refused = try lab.post(path, op: "power_on")
        #expect(refused.status == 400)
        #expect(refused.text == "Deployment operating system ubuntu/noble is unavailable for amd64/generic.")
        #expect(try lab.get(path).string("status_name") == "Allocated")
        #expect(try lab.post(path, op: "deploy", ["distro_series": "jammy"]).string("status_name") == "Deploying")
    }
}
