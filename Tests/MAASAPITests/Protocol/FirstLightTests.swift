import RegionTesting
import Testing

@Suite("First light: the reads of a fresh lab")
struct FirstLightTests {
    @Test func vmHostsAreListedByID() throws {
        let maas = try TestRegion()
        let names = try maas.get("vm-hosts/").list.map { $0["name"]?.string }
        #expect(names == ["vmhost1", "vmhost2", "vmhost3", "virsh1"])
        #expect(try maas.get("pods/").text == maas.get("vm-hosts/").text)
    }

    @Test func usedIsWhatTheVMsTake() throws {
        let maas = try TestRegion()
        let host = try maas.get("vm-hosts/11/")
        #expect(try host.value("used").text == #"{"cores": 2, "local_storage": 20000000000, "memory": 4096}"#)
        #expect(try host.integer("available", "cores") == 30)
    }

    @Test func aUserReadsAVMHostButNotItsParameters() throws {
        let maas = try TestRegion()
        #expect(try maas.get("vm-hosts/11/", as: .user).status == 200)
        let refused = try maas.get("vm-hosts/11/", query: ["op": "parameters"], as: .user)
        #expect(refused.status == 403)
        #expect(refused.text == "This method is reserved for admin users.")
    }
}
