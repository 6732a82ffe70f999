"""Does one job once with a peer, and says in one line of JSON how long it took and what came out."""

import json
import sys
import time


def read_graphml(path):
    import networkx

    began = time.perf_counter()
    graph = networkx.read_graphml(path, force_multigraph=True)
    return began, graph.number_of_nodes(), graph.number_of_edges()


def read_gexf(path):
    import networkx

    began = time.perf_counter()
    graph = networkx.read_gexf(path)
    return began, graph.number_of_nodes(), graph.number_of_edges()


def read_xlsx(path):
    import pandas

    began = time.perf_counter()
    sheets = pandas.read_excel(path, sheet_name=["Elements", "Connections"], dtype=str, engine="openpyxl")
    return began, len(sheets["Elements"]), len(sheets["Connections"])


def write_graphml(path):
    import io

    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    began = time.perf_counter()
    networkx.write_graphml_xml(graph, io.BytesIO())
    return began, graph.number_of_nodes(), graph.number_of_edges()


def main():
    job, path = sys.argv[1], sys.argv[2]
    readers = {"graphml": read_graphml, "gexf": read_gexf, "xlsx": read_xlsx}
    ask = write_graphml if job == "write-graphml" else readers[path.rsplit(".", 1)[1]]
    began, factors, links = ask(path)
    seconds = time.perf_counter() - began
    print(json.dumps({"job": job, "seconds": seconds, "answer": {"factors": factors, "links": links}}))


main()
