import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// Releasing machines that VM hosts run on.
@Suite struct ForcedReleaseTests {
    /// MAAS refuses, because the host is there while it looks, and removes the host beside the request.
    @Test func aMachineMadeForItsHostIsRefusedAndGoes() throws {
        let maas = try TestRegion()
        let name = try #require(
            try maas.region.withState { state in
                try Node.all(state.db, .machine).first {
                    try $0.isDynamic && $0.bmcID == nil && !$0.hostedVMHosts(state.db).isEmpty
                }?.systemID
            })
        let answer = try maas.post("machines/\(name)/", op: "release", ["force": "true"])
        #expect(answer.status == 400)
        #expect(answer.text.hasPrefix("The following VM hosts must be removed first: "))
        #expect(try maas.get("machines/\(name)/").status == 404)
    }

    /// Only annotations that are kept must have a name; any may be taken away.
    @Test func annotationsAreTakenAwayByAnyName() throws {
        let maas = try TestRegion()
        let id = try #require(try maas.post("machines/", op: "allocate", [:]).string("system_id"))
        let path = "machines/\(id)/"
        #expect(try maas.post(path, op: "set_owner_data", ["bad key": ""]).status == 200)
        #expect(try maas.post(path, op: "set_owner_data", ["bad key": "x"]).text == "Invalid character in key name")
        #expect(try maas.post(path, op: "set_owner_data", ["good": "x"]).value("owner_data", "good").string == "x")
        #expect(try maas.post(path, op: "set_owner_data", ["good": ""]).value("owner_data").text == "{}")
    }
}
