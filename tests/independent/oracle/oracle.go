// Answers, line by line, what the Go project's packages say of notes and proofs: "accept" or "reject". For differential tests.
//
//	note   <verifier key> <base64 note>
//	record <size> <base64 root> <index> <base64 leaf hash> <base64 proof>
//	tree   <size> <base64 root> <older size> <base64 older root> <base64 proof>
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func decode(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return data
}

func hash(text string) (h tlog.Hash) {
	copy(h[:], decode(text))
	return h
}

func proof(text string) (p []tlog.Hash) {
	for data := decode(text); len(data) > 0; data = data[tlog.HashSize:] {
		var h tlog.Hash
		copy(h[:], data)
		p = append(p, h)
	}
	return p
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// noteHolds is note.Open, and one thing more: it takes base64 with spare bits set, for which there are several texts.
func noteHolds(key, text string) bool {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return false
	}
	opened, err := note.Open(decode(text), note.VerifierList(verifier))
	if err != nil {
		return false
	}
	for _, signature := range append(opened.Sigs, opened.UnverifiedSigs...) {
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return false
		}
	}
	return true
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		words := strings.Split(lines.Text(), " ")
		holds := false
		switch words[0] {
		case "note":
			holds = noteHolds(words[1], words[2])
		case "record":
			holds = tlog.CheckRecord(proof(words[5]), number(words[1]), hash(words[2]), number(words[3]), hash(words[4])) == nil
		case "tree":
			holds = tlog.CheckTree(proof(words[5]), number(words[1]), hash(words[2]), number(words[3]), hash(words[4])) == nil
		}
		if holds {
			fmt.Fprintln(out, "accept")
		} else {
			fmt.Fprintln(out, "reject")
		}
	}
}
