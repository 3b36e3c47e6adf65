// Verifies an export of a ledger with the Go project's own transparency log packages (golang.org/x/mod/sumdb/note and tlog).
// Nothing in here comes from Mandate.
//
// Debian packages golang-go and golang-golang-x-mod-dev are enough, offline:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify_export.go FOLDER LOG-VKEY [OLDER-CHECKPOINT]...
//
// Checks the log's signature on FOLDER/checkpoint, every tile against the root, every entry against its tile by an inclusion
// proof, and a consistency proof from each older checkpoint. Exit code 1 names the first fault; 2 is wrong usage.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(format string, values ...interface{}) {
	fmt.Printf("fails: "+format+"\n", values...)
	os.Exit(1)
}

func openCheckpoint(file string, verifier note.Verifier) tlog.Tree {
	data, err := os.ReadFile(file)
	if err != nil {
		fail("%v", err)
	}
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		fail("%s: %v", file, err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		fail("%s: not a checkpoint of %s", file, verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	// The package loops for ever on sizes above 2^62.
	if err != nil || size < 0 || size > 1<<62 {
		fail("%s: bad size", file)
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		fail("%s: bad root", file)
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree
}

// reader maps the package's tiles of height 8 to the paths of tlog-tiles.
type reader struct{ folder string }

func (r reader) Height() int { return 8 }

func (r reader) SaveTiles([]tlog.Tile, [][]byte) {}

func tilePath(t tlog.Tile) string {
	path := strings.TrimPrefix(t.Path(), "tile/8/")
	if t.L == -1 {
		path = "entries" + strings.TrimPrefix(path, "data")
	} else {
		level, rest, _ := strings.Cut(path, "/")
		number, _ := strconv.Atoi(level)
		path = fmt.Sprintf("%d/%s", number, rest)
	}
	return "tile/" + path
}

func (r reader) read(t tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(r.folder, tilePath(t)))
	if os.IsNotExist(err) && t.W != 256 {
		full := t
		full.W = 256
		data, err = os.ReadFile(filepath.Join(r.folder, tilePath(full)))
		if err == nil && t.L >= 0 {
			data = data[:t.W*tlog.HashSize]
		}
	}
	return data, err
}

func (r reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := r.read(t)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: verify_export FOLDER LOG-VKEY [OLDER-CHECKPOINT]...")
		os.Exit(2)
	}
	folder := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	tree := openCheckpoint(filepath.Join(folder, "checkpoint"), verifier)
	tiles := reader{folder}
	hashes := tlog.TileHashReader(tree, tiles)
	for bundle := int64(0); bundle*256 < tree.N; bundle++ {
		width := tree.N - bundle*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: -1, N: bundle, W: int(width)}
		data, err := tiles.read(tile)
		if err != nil {
			fail("%v", err)
		}
		for i := int64(0); i < width; i++ {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				fail("%s: entry %d is cut short", tilePath(tile), bundle*256+i)
			}
			length := int(binary.BigEndian.Uint16(data))
			leaf := tlog.RecordHash(data[2 : 2+length])
			data = data[2+length:]
			proof, err := tlog.ProveRecord(tree.N, bundle*256+i, hashes)
			if err != nil {
				fail("entry %d: %v", bundle*256+i, err)
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, bundle*256+i, leaf); err != nil {
				fail("%s: entry %d: %v", tilePath(tile), bundle*256+i, err)
			}
		}
	}
	for _, file := range os.Args[3:] {
		older := openCheckpoint(file, verifier)
		if older.N > tree.N {
			fail("%s: the log was set back", file)
		}
		if older.N == 0 {
			continue
		}
		proof, err := tlog.ProveTree(tree.N, older.N, hashes)
		if err != nil {
			fail("%s: %v", file, err)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash); err != nil {
			fail("%s: %v", file, err)
		}
	}
	fmt.Printf("holds: %d entries, %d older checkpoints\n", tree.N, len(os.Args)-3)
}
