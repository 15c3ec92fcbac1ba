import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Values that pass MAAS's checks of fields, and fail where it saves or looks for what must be there.
@Suite struct WhatMAASFailsAtTests {
    private func machine(_ maas: TestRegion, _ change: String) throws -> String {
        let answer = try maas.post(
            "machines/",
            [
                "hostname": "m1", "architecture": "amd64/generic", "power_type": "manual", "commission": "false",
                "mac_addresses": "00:16:3e:00:bb:01",
            ])
        let id = try #require(try answer.string("system_id"))
        try maas.region.withState { state in
            try state.db.execute("UPDATE nodes SET \(change) WHERE system_id = ?", id)
        }
        return id
    }

    /// The network is restored from what commissioning saw.
    @Test(arguments: ["restore_networking_configuration", "restore_default_configuration"])
    func networksOfMachinesThatWereNotCommissioned(op: String) throws {
        let maas = try TestRegion()
        let id = try machine(maas, "status = 4")
        let answer = try maas.post("machines/\(id)/", op: op)
        #expect(answer.status == 500 && answer.text == "'NoneType' object has no attribute 'find_script_result'")
        #expect(try maas.post("machines/\(id)/", op: "commission").status == 200)
        try maas.advance(3600)
        #expect(try maas.post("machines/\(id)/", op: op).status == 200)
    }

    @Test(arguments: [255, 256]) func agentNamesEndSomewhere(length: Int) throws {
        let maas = try TestRegion()
        let answer = try maas.post(
            "machines/", op: "allocate", ["agent_name": String(repeating: "a", count: length)])
        #expect(answer.status == (length > 255 ? 400 : 200))
        guard length > 255 else { return }
        #expect(
            answer.text == "{\"agent_name\": [\"Ensure this value has at most 255 characters (it has 256).\"]}")
    }

    @Test func serialsBelowOne() throws {
        let answer = try TestRegion().post("domains/", op: "set_serial", ["serial": "-1"])
        #expect(answer.status == 500 && answer.text == "RESTART value (-1) cannot be less than MINVALUE (1)\n")
    }

    /// The form is filled in from the machine, which has no oldest kernel where MAAS composed it.
    @Test func formsWriteAnEmptyOldestKernel() throws {
        let maas = try TestRegion()
        let id = try machine(maas, "min_hwe_kernel = NULL")
        let answer = try maas.put("machines/\(id)/", ["description": "x"])
        #expect(try answer.value("min_hwe_kernel").string == "")
    }

    /// A script may have no text at all.
    @Test func emptyScripts() throws {
        let maas = try TestRegion()
        let answer = try maas.upload(
            "POST", "commissioning-scripts/", fields: [("name", "empty")], files: [("content", "")])
        #expect(answer.status == 200)
        #expect(try answer.string("content") == "")
    }
}
