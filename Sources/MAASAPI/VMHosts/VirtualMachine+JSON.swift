import Formats
import MAASRegion

extension VirtualMachine {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("identifier", identifier)
            json.field("project", project)
            json.field("pinned_cores", JSONValue.array(pinnedCores.map(JSONValue.integer)))
            json.field("unpinned_cores", unpinnedCores)
            json.field("memory", memory)
            json.field("hugepages_backed", hugepagesBacked)
            json.field("machine_id", machineID)
            json.field("bmc_id", hostID)
            json.field("resource_uri", "\(Dispatch.root)virtual-machines/\(id)")
        }
    }
}
