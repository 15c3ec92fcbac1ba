import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// What MAAS refuses of scripts, in its words.
@Suite("scripts/, refused") struct ScriptRefusalTests {
    @Test(arguments: [
        Call(
            "POST", "scripts/", [:], 400,
            #"{"name": ["This field is required."], "script": ["Must be given a value"]}"#),
        Call("POST", "scripts/", ["name": "a", "script": "echo"], 400, #"{"script": ["Must start with shebang."]}"#),
        Call(
            "POST", "scripts/", ["name": "ntp", "script": "#!/b"], 400,
            #"{"name": ["Script with this Name already exists."]}"#),
        Call("POST", "scripts/", ["name": "12", "script": "#!/b"], 400, #"{"name": ["Cannot be a number."]}"#),
        Call(
            "POST", "scripts/", ["name": "None", "script": "#!/b"], 400, #"{"name": ["\"none\" is a reserved name."]}"#),
        Call(
            "POST", "scripts/", ["name": "a b", "script": "#!/b"], 400,
            #"{"name": ["Name 'a b' contains disallowed characters, e.g. space or quotes."]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "type": "lunch"], 400,
            #"{"script_type": ["Script type must be commissioning, testing or release"]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "type": "4"], 400,
            #"{"script_type": ["Invalid script type numeric value."]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "hardware_type": "x"], 400,
            #"{"hardware_type": ["Hardware type must be node, cpu, memory, storage, or gpu"]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "parallel": "x"], 400,
            #"{"parallel": ["Script parallel must be disabled, instance, or any."]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "timeout": "soon"], 400,
            #"{"timeout": ["Enter a valid duration."]}"#),
        Call(
            "POST", "scripts/ntp?op=revert", ["to": "one"], 400, "Invalid to: Please enter an integer value"),
        Call("POST", "scripts/ntp?op=revert", ["to": "1"], 400, "Unable to revert default script"),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "tags": "a,,b"], 400,
            #"{"tags": ["Item 2 in the array did not validate: This field is required."]}"#),
        Call(
            "POST", "scripts/", ["name": "a", "script": "#!/b", "for_hardware": "gpu"], 400,
            #"""
            {"for_hardware": ["Hardware identifier 'gpu' must be a modalias, PCI ID, USB ID, system vendor, system product, system version, mainboard vendor, or mainboard product."]}
            """#),
        Call(
            "POST", "scripts/",
            ["name": "a", "script": "#!/b", "packages": #"{"apt": [1], "snap": {"channel": "x"}}"#], 400,
            #"""
            {"packages": ["Each apt package must be a string.", "Snap package name must be defined.",
            "Snap channel must be stable, edge, beta, or candidate."]}
            """#),
        Call("POST", "scripts/", ["name": "a", "script": "#!/b", "parameters": "{}"], 400, "{}"),
        Call(
            "PUT", "scripts/31", ["comment": "only"], 400,
            #"{"comment": ["\"comment\" may only be used when specifying a \"script\" as well."]}"#),
        Call("GET", "scripts/?type=x", 400, "Script type must be commissioning, testing or release"),
        Call("GET", "scripts/?hardware_type=9", 400, "Invalid hardware type numeric value."),
        Call("GET", "scripts/nothing", 404, "No Script matches the given query."),
        Call("GET", "scripts/999", 404, "No Script matches the given query."),
        Call("POST", "scripts/ntp?op=add_tag", [:], 400, "No provided tag!"),
        Call("POST", "scripts/ntp?op=add_tag", ["tag": "a,b"], 400, #"Tag may not contain a ","."#),
        Call("POST", "scripts/ntp?op=revert", [:], 400, "No provided to!"),
        Call("POST", "scripts/", ["name": "a"], as: .user, 403, "This method is reserved for admin users."),
        Call("DELETE", "scripts/ntp", as: .user, 403, "This method is reserved for admin users."),
    ])
    func inItsWords(call: Call) throws {
        let maas = try TestRegion()
        let before = try maas.get("scripts/").text
        try maas.check(call)
        #expect(try maas.get("scripts/").text == before)
    }

    @Test func typesAreThoseOfTheVersion() throws {
        let form: KeyValuePairs = ["name": "a", "script": "#!/bin/sh", "type": "release"]
        let old = try TestRegion(version: .v3_4).post("scripts/", form)
        #expect(try old.string("script_type", 0) == "Script type must be testing or commissioning")
        let new = try TestRegion(version: .v3_8).post(
            "scripts/", ["name": "a", "script": "#!/bin/sh", "type": "deployment"])
        #expect(try new.string("type_name") == "Deployment script")
    }

    @Test(arguments: [
        ("name: a\nresults: 3", "results", "results must be a list of strings or a dictionary of dictionaries."),
        ("name: a\nresults: [1]", "results", "Each result in a result list must be a string."),
        ("name: a\nresults:\n  b: {description: c}", "results", "title must be included in a result dictionary."),
        ("name: a\nresults:\n  b: {title: 1}", "results", "title must be a string."),
        (
            "name: a\ntags: [1, b]", "tags",
            "Embedded tags must be a string of comma seperated values, or a list of strings."
        ),
        ("name: a\ntitle: other", "title", "May not override values defined in embedded YAML."),
        ("name: a\nscript_type: lunch", "script_type", "Script type must be commissioning, testing or release"),
    ])
    func ofWhatTheTextSays(metadata: String, field: String, message: String) throws {
        let answer = try TestRegion().addScript(metadata, fields: [("title", "mine")])
        #expect(answer.status == 400)
        #expect(try answer.value(field).strings.contains(message), "\(answer.text)")
    }

    @Test func metadataThatIsNoYAML() throws {
        let maas = try TestRegion()
        #expect(try maas.addScript("name: 'open").string("script", 0)?.hasPrefix("Invalid YAML: ") == true)
        let text =
            "#!/bin/sh\n# --- Start MAAS 1.0 script metadata ---\nname: a\n# --- End MAAS 1.0 script metadata ---\n"
        let bare = try maas.post("scripts/", ["name": "a", "script": text])
        #expect(try bare.string("script", 0) == "Missing \"#\" on YAML line.")
        // Another version of the format is none of MAAS's business.
        let other = text.replacing("1.0", with: "2.0")
        #expect(try maas.post("scripts/", ["name": "b", "script": other]).status == 200)
    }
}
