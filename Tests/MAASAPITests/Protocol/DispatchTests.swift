import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

@Suite("Dispatch")
struct DispatchTests {
    @Test func theTrailingSlashIsMandatory() throws {
        let answer = try TestRegion().get("machines", as: .nobody)
        #expect(answer.status == 404)
        #expect(answer.text == "Unknown API endpoint: /MAAS/api/2.0/machines.")
        #expect(answer.contentType == "text/plain; charset=utf-8")
        #expect(answer.response.headers["Vary"] == nil)
    }

    @Test func runsOfSlashesCountAsOne() throws {
        let maas = try TestRegion()
        let doubled = try maas.send(HTTPRequest(method: "GET", path: "/MAAS/api/2.0//zones///az1/"))
        #expect(doubled.status == 200)
    }

    @Test func opMayStandInQueryBodyAndPath() throws {
        let maas = try TestRegion()
        #expect(try maas.get("users/", query: ["op": "whoami"]).status == 200)
        #expect(try maas.get("users/op-whoami").status == 200)
        #expect(try maas.get("users/op-whoami/").status == 404)
        let inBody = try maas.send("POST", "vm-hosts/", form: ["op": "frobnicate"])
        #expect(inBody.text == "Unrecognised signature: method=POST op=frobnicate")
        #expect(inBody.status == 400)
        #expect(try maas.get("zones/", query: ["op": ""]).status == 200)
    }

    @Test func methodsThatAResourceDoesNotKnowAre405() throws {
        let maas = try TestRegion()
        for method in ["PATCH", "HEAD", "OPTIONS", "PUT"] {
            let answer = try maas.send(HTTPRequest(method: method, path: "/MAAS/api/2.0/vm-hosts/"))
            #expect(answer.status == 405)
            #expect(answer.response.headers["Allow"]?.contains("GET") == true)
            #expect(answer.response.body.isEmpty)
        }
        // Authentication comes first.
        let stranger = try maas.send(HTTPRequest(method: "PATCH", path: "/MAAS/api/2.0/vm-hosts/"), as: .nobody)
        #expect(stranger.status == 401)
    }

    @Test func anAnonymousVariantChangesTheRefusal() throws {
        let maas = try TestRegion()
        #expect(try maas.get("zones/", as: .nobody).text == "Forbidden")
        #expect(try maas.get("version/", as: .nobody).status == 200)
    }

    @Test func formatAndCallbackAreUnderstood() throws {
        let maas = try TestRegion()
        #expect(try maas.get("zones/az1/", query: ["format": "xml"]).text == "Invalid output format specified 'xml'.")
        let wrapped = try maas.get("zones/az1/", query: ["callback": "cb"]).text
        #expect(wrapped.hasPrefix("cb({") && wrapped.hasSuffix("})"))
    }

    @Test func inLayerAnswersCarryTheHashAndOthersDoNot() throws {
        let maas = try TestRegion()
        let inside = try maas.get("zones/").response.headers
        #expect(inside["X-MAAS-API-Hash"]?.count == 40)
        #expect(inside["Vary"] == "Authorization, Cookie")
        #expect(try maas.get("zones/nowhere/").response.headers["X-MAAS-API-Hash"]?.count == 40)
        let outside = try maas.get("zones/", query: ["op": "nothing"]).response.headers
        #expect(outside["X-MAAS-API-Hash"] == nil)
        #expect(outside["Vary"] == "Cookie")
    }

    @Test func pathsBesideTheAPI() throws {
        let maas = try TestRegion()
        #expect(try maas.get("/MAAS/api/version/").text == "2.0")
        #expect(try maas.get("/MAAS/api/1.0/nodes/").status == 410)
        #expect(try maas.get("/MAAS/api/3.0/machines/").status == 302)
        #expect(try maas.get("/").status == 404)
    }
}
