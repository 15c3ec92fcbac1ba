import Formats
import Foundation
import MAASRegion

extension FileStorage {
    func write(into json: inout JSONWriter, withContent: Bool) {
        json.object { json in
            json.field("filename", filename)
            json.field("anon_resource_uri", "\(Dispatch.root)files/?op=get_by_key&key=\(key)")
            if withContent { json.field("content", Data(content).base64EncodedString()) }
            json.field("resource_uri", "\(Dispatch.root)files/\(PercentEncoding.encode(filename))/")
        }
    }
}
