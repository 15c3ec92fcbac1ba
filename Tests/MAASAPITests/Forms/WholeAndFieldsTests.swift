import RegionTesting
import Testing

@testable import Formats

/// What a form says of a whole object stands beside what it says of the fields, whatever else is wrong.
@Suite struct WholeAndFieldsTests {
    @Test(arguments: [
        (["subnet": "name:x"], ["subnet", "__all__"]), (["mac_address": "1,2"], ["mac_address", "__all__"]),
        (["ip": "10.10.0.300", "subnet": "a b"], ["ip", "subnet", "__all__"]), (["ip": "10.10.0.71"], ["__all__"]),
    ])
    func reservationsThatChange(form: [String: String], fields: [String]) throws {
        let maas = try TestRegion()
        let id = try maas.post("reservedips/", op: nil, ["ip": "10.10.0.70", "mac_address": "00:16:3e:00:cc:01"])
            .integer("id")
        let answer = try maas.answer(Call("PUT", "reservedips/\(id ?? 0)/", form, 400, ""))
        #expect(answer.status == 400)
        for field in ["ip", "subnet", "mac_address", "__all__"] {
            let isNamed = try answer.json[field] != nil
            #expect(isNamed == fields.contains(field), "\(field)")
        }
    }

    @Test func aReservationKeepsAllButItsComment() throws {
        let maas = try TestRegion()
        let id = try maas.post("reservedips/", op: nil, ["ip": "10.10.0.70", "mac_address": "00:16:3e:00:cc:01"])
            .integer("id")
        let answer = try maas.put("reservedips/\(id ?? 0)/", ["comment": "mine", "ip": "10.10.0.70"])
        #expect(answer.status == 200)
        #expect(try answer.string("comment") == "mine")
    }

    @Test func aRecordIsLookedAtWhateverItsFieldsSay() throws {
        let maas = try TestRegion()
        let answer = try maas.post(
            "dnsresourcerecords/", op: nil, ["fqdn": "q.maas", "rrtype": "CNAME", "rrdata": "0 0 80 x", "ttl": "1e3"])
        #expect(try answer.value("__all__").strings == ["Invalid CNAME: Should be '<server>'."])
        #expect(try answer.value("ttl").strings == ["Enter a whole number."])
    }

    @Test func aHostsTypeIsLookedAtWhateverItsFieldsSay() throws {
        let maas = try TestRegion()
        let fixed = "Cannot change the type of a pod. Delete and re-create the pod with a different type."
        let answer = try maas.put("vm-hosts/11/", ["type": "virsh", "zone": "zz"])
        #expect(try answer.value("type").strings == [fixed])
        let unknown = try maas.put("vm-hosts/11/", ["type": "bogus", "zone": "zz"])
        #expect(
            try unknown.value("type").strings
                == ["Select a valid choice. bogus is not one of the available choices.", fixed])
    }

    /// MAAS looks into the source of a route without asking whether it was taken.
    @Test(arguments: [
        ["gateway_ip": "10.10.0.9"], ["source": "", "gateway_ip": "10.10.0.9"],
        ["source": "zz", "destination": "2", "gateway_ip": "10.10.0.9"],
    ])
    func routesWithoutASource(form: [String: String]) throws {
        let answer = try TestRegion().answer(Call("POST", "static-routes/", form, 500, ""))
        #expect(answer.status == 500)
        #expect(answer.text == "'NoneType' object has no attribute 'get_ipnetwork'")
    }

    @Test func routesThatChange() throws {
        let maas = try TestRegion()
        let id =
            try maas.post(
                "static-routes/", op: nil, ["source": "1", "destination": "2", "gateway_ip": "10.10.0.9"]
            ).integer("id") ?? 0
        #expect(try maas.put("static-routes/\(id)/", ["source": "zz"]).status == 500)
        let empty = try maas.put("static-routes/\(id)/", ["destination": ""])
        #expect(empty.text == #"{"destination": ["This field is required."]}"#)
        let great = try maas.put("static-routes/\(id)/", ["metric": "99999999999999999999"])
        #expect(try great.value("metric").strings == ["Ensure this value is less than or equal to 2147483647."])
    }
}
